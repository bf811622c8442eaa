package org.rongcuo.policy;

import java.util.List;
import org.rongcuo.dmn.Finding;
import org.rongcuo.dmn.ModelOutline;

/**
 * What a version's model and tests were found to be. Same model, same tests: same assessment.
 *
 * @param refused what the gate holds against the model as it stands today; empty normally
 * @param outline null when the gate refused the model
 */
record Assessment(List<Finding> refused, ModelOutline outline) {}
