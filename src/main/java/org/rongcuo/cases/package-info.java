/**
 * Cases: the file of one matter (一事一议), its subjects, documents and checklists, who works on it (team, co-handling organs,
 * recusal), its acts up to acceptance, and which event begins and meets which step; writes who may see it. The features of
 * the procedure (verification, terms, consultation, determination and all that follows) stand above and get at a case
 * through {@link org.rongcuo.cases.CaseDesk}; what cases ask of them goes through {@link org.rongcuo.cases.ActGate},
 * {@link org.rongcuo.cases.OutcomeSource} and the like of {@code procedure}. May use {@code checklist}, {@code procedure},
 * {@code policy}, {@code tasks}, {@code access} and {@code shared}.
 */
package org.rongcuo.cases;
