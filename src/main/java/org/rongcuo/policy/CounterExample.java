package org.rongcuo.policy;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Facts on which a book says what it may not, as evaluated by all the books concerned: a console can fill a form with them.
 *
 * @param facts by item id, one for each item of the books concerned; a trial of one book takes those that it asks
 * @param deciding ids of the items that the sentence names; the others may matter to the variant's word only
 * @param variant the book that loosens or cuts, {@code <jurisdiction>/<name>@<version>}
 * @param says its word
 * @param parent the book above, as {@code variant}; null if there is none
 * @param parentSays its word; null if none stands
 * @param statute the statute that entitles; null where a bottom line is loosened
 * @param rows the rows of the parent's bottom line that are hit, or those by which the statute entitles
 */
record CounterExample(
        Map<String, Object> facts,
        List<String> deciding,
        String variant,
        String says,
        @Nullable String parent,
        @Nullable String parentSays,
        @Nullable String statute,
        List<Row> rows) {
    /** A row. @param basis the article it rests on @param note the row in plain words */
    @Schema(name = "CounterExampleRow")
    record Row(String decision, String row, int number, String basis, String note) {}
}
