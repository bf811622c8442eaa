package org.rongcuo.dmn;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A test suite as JSON, by the keys of the API instead of the names of the model. Read as it comes: a member may be
 * null or missing, which {@link TestSuite#of(String, SuiteForm, ModelOutline)} reports.
 *
 * @param cases in order
 */
public record SuiteForm(@Size(max = 2000) List<@Valid Case> cases) {
    /**
     * One case.
     *
     * @param id unique in the suite
     * @param description the situation as a sentence; null if none is written
     * @param facts by item id: string, number, boolean, a date as {@code YYYY-MM-DD}; the unknown is left out
     * @param expected by decision id: the same, or null for "no value", an array for a list, an object for a structure
     */
    @Schema(name = "TestCase")
    public record Case(
            @Size(max = 100) String id,
            @Nullable @Size(max = 1000) String description,
            @Size(max = 1000) Map<@Size(max = 100) String, Object> facts,
            @Size(max = 1000) Map<@Size(max = 100) String, @Nullable Object> expected) {}
}
