import type { EntryView } from "@/api/schema";
import { term, translate } from "@/i18n";
import { day, value } from "@/parts/format";
import { placeName } from "@/parts/places";
import type { CaseDesk } from "./caseDesk";

/** One thing that an entry of the ledger says, as people read it. */
export interface Detail {
  label: string;
  text: string;
}

type Event = Record<string, unknown>;

/** The event of an entry; null where its content was erased. */
export function eventOf(entry: EntryView): Event | null {
  const payload = entry.payload as { event?: Event } | null | undefined;
  return payload?.event ?? null;
}

/** Fields that are told as they stand. */
const PLAIN = ["statement", "reasons", "remark", "response", "remedies", "note", "duty"] as const;
/** Fields whose codes have words. */
const CODED = {
  outcome: "Outcome",
  recommendation: "Outcome",
  ladderStep: "LadderStep",
  disciplineForm: "DisciplineForm",
  method: "DeliveryMethod",
  level: "Level",
} as const;

/**
 * What an entry says: the fields that people care for, in a fixed order, with names for ids. What is only for verification
 * (ids, hashes) is left out; whoever needs it has the API.
 */
export function detailsOf(entry: EntryView, desk: CaseDesk): Detail[] {
  const event = eventOf(entry);
  if (!event) return [];
  const nested = [event, event.particulars, event.determination, event.feedback]
    .filter((each) => typeof each === "object")
    .reduce<Event>((all, each) => ({ ...all, ...(each as Event) }), {});
  const details: Detail[] = [];
  const tell = (key: string, text: string | undefined) => {
    if (text) details.push({ label: translate(`cases.ledger.${key}`), text });
  };
  const text = (key: string) => (typeof nested[key] === "string" ? nested[key] : undefined);
  const list = (key: string) => (Array.isArray(nested[key]) ? (nested[key] as unknown[]) : []);

  tell("number", text("number"));
  tell("title", text("title"));
  tell("place", text("jurisdiction") && placeName(text("jurisdiction")!));
  tell("subject", text("subject") && desk.subjectName(text("subject")));
  tell("policy", text("policy") && policyText(nested));
  for (const [key, kind] of Object.entries(CODED)) tell(key, text(key) && term(kind, text(key)));
  tell("meeting", text("meeting") && [text("meeting"), day(text("meetingOn"))].filter(Boolean).join(" · "));
  tell("departureReasons", text("departureReasons"));
  tell("openItemsReasons", text("openItemsReasons"));
  tell("due", text("due") && day(text("due")));
  tell("deliveredOn", text("deliveredOn") && day(text("deliveredOn")));
  tell("wanted", list("wanted").map(value).join("、"));
  tell(
    "persons",
    list("persons")
      .map((person) => desk.personName(String(person)) || translate("cases.somebody"))
      .join("、"),
  );
  tell("answers", list("answers").length ? answersText(list("answers") as Event[]) : undefined);
  for (const key of PLAIN) tell(key, text(key));
  return details;
}

function policyText(event: Event): string {
  const from = typeof event.effectiveFrom === "string" ? day(event.effectiveFrom) : "";
  return translate(event.repealed ? "cases.ledger.repealedFrom" : "cases.ledger.inForceFrom", {
    n: event.version,
    day: from,
  });
}

function answersText(answers: Event[]): string {
  const taken = answers.filter((answer) => answer.value === undefined || answer.value === null).length;
  const given = answers.length - taken;
  return [
    given ? translate("cases.ledger.given", { n: given }) : "",
    taken ? translate("cases.ledger.taken", { n: taken }) : "",
  ]
    .filter(Boolean)
    .join(";");
}
