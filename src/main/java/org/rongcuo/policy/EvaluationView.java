package org.rongcuo.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.TableExplanation;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Text;

/**
 * An evaluation as it is told and as it is recorded: the same facts under the same versions and engine give the same
 * content for ever (policy-contract "Evaluation").
 *
 * @param facts the answers the tables read, by item id
 * @param possible what the answers so far still allow, exactly; all outcomes where that cannot be proven
 * @param openItems what is still unanswered, in the order in which to ask: the one that decides most first, those that
 *     decide nothing any more last
 * @param assumed by item id what stands in the place of open items, if they are all proven immaterial: any admissible
 *     answer, since none changes the outcome; null where none was needed
 * @param chains the complete chains evaluated: as in force at the conduct, and at the decision
 * @param lenity how the two were weighed
 * @param engine name and version of the DMN engine
 * @param notice said to the public: this is no basis for a determination; null on the record
 */
public record EvaluationView(
        Map<String, Object> facts,
        Advice recommendation,
        List<Recommendation> possible,
        List<OpenItem> openItems,
        @Nullable Map<String, Object> assumed,
        List<Chain> chains,
        @Nullable Lenity lenity,
        String engine,
        @Nullable Text notice) {

    /**
     * Whether the other says the same of the same facts, versions and engine. The day of decision may differ, as may
     * wordings: both are compared as they are stored.
     */
    public boolean saysTheSameAs(EvaluationView other) {
        return gist().equals(other.gist());
    }

    /**
     * Whether open items stand in the way of a determination: those that may still change what the tables advise, and all of
     * them where the tables leave it to people.
     */
    public boolean leavesOpen() {
        return openItems.stream().anyMatch(item -> item.material() || recommendation.code() == Recommendation.REFER);
    }

    /** The books that speak in the chain whose recommendation stands; in both where the two could not be weighed. */
    public Stream<Layer> speaking() {
        return standing().stream().flatMap(chain -> chain.layers().stream()).filter(Layer::speaking);
    }

    /** A decision as those books have it; empty where none has it or was run. */
    public Stream<Decision> spoken(String decision) {
        return speaking()
                .flatMap(layer -> layer.decisions().stream())
                .filter(each -> each.id().equals(decision));
    }

    private List<Chain> standing() {
        if (chains.size() == 1 || !settled()) {
            return chains;
        }
        var by = lenity.applied == Applied.OLD ? By.CONDUCT : By.DECISION;
        return chains.stream().filter(chain -> chain.by() == by).toList();
    }

    /** Whether one chain's recommendation stands. */
    public boolean settled() {
        return chains.size() == 1 || lenity != null && lenity.applied != null;
    }

    private String gist() {
        var gist = new LinkedHashMap<String, Object>();
        gist.put("facts", facts);
        gist.put("engine", engine);
        gist.put("versions", versions());
        gist.put("recommendation", recommendation.code());
        gist.put("open", openItems.stream().map(OpenItem::item).toList());
        if (lenity != null) {
            gist.put("lenity", Arrays.asList(lenity.mode, lenity.basis, lenity.old, lenity.current, lenity.applied));
        }
        return Json.canonical(Json.read(Json.write(gist), JsonNode.class));
    }

    private List<String> versions() {
        return chains.stream()
                .flatMap(chain -> chain.layers().stream()
                        .map(layer -> chain.by() + " " + layer.name() + " " + layer.contentHash()))
                .toList();
    }

    /** A recommendation with why it is so. @param reasons empty unless it refers */
    public record Advice(Recommendation code, Text label, List<Reason> reasons) {
        static Advice of(Recommendation code) {
            return new Advice(code, code.label(), List.of());
        }

        static Advice refer(List<Reason> reasons) {
            return new Advice(Recommendation.REFER, Recommendation.REFER.label(), reasons);
        }
    }

    /**
     * Why it refers to a person.
     *
     * @param items item ids concerned, null for none
     * @param layers books concerned, {@code <jurisdiction>/<name>@<version>}, where none has a version in force {@code
     *     <jurisdiction>/<name>}; null for none
     */
    @Schema(name = "EvaluationReason")
    public record Reason(
            String code,
            Text text,
            @Nullable List<String> items,
            @Nullable List<String> layers) {}

    /**
     * An item without an answer.
     *
     * @param material whether some answer to it could still change the outcome; false only if that is proven not to be so
     */
    public record OpenItem(String item, String question, boolean material) {}

    /** Which date's rules a chain holds. */
    @Schema(name = "ChainDate")
    public enum By {
        CONDUCT,
        DECISION
    }

    /** All layers as in force on one date. */
    @Schema(name = "EvaluatedChain")
    public record Chain(LocalDate date, By by, Advice recommendation, List<Layer> layers) {}

    /**
     * One book's part.
     *
     * @param policy {@code <jurisdiction>/<name>}
     * @param speaking whether this is the book whose outcome stands unless another layer objects
     * @param word the outcome word of the table; null when it has none that stands
     * @param reasons why none stands; empty while items are open
     * @param openItems the book's items without a fitting answer; its tables are not run then
     * @param decisions empty when not run
     */
    @Schema(name = "EvaluatedLayer")
    public record Layer(
            String policy,
            Text title,
            BookKind kind,
            boolean speaking,
            int version,
            @Nullable LocalDate effectiveFrom,
            String contentHash,
            @Nullable String word,
            List<Reason> reasons,
            List<String> openItems,
            List<Decision> decisions) {
        /** {@code <jurisdiction>/<name>@<version>}. */
        String name() {
            return PolicyVersion.name(policy, version);
        }
    }

    /**
     * A decision's result.
     *
     * @param hitPolicy null for an expression
     * @param rows the rows that matched
     * @param provisional whether it reads an answer that was only assumed: the outcome does not depend on that, but this
     *     value may
     * @param explanation why each row matched or not; null unless asked for, and where the table was not read
     */
    @Schema(name = "EvaluatedDecision")
    public record Decision(
            String id,
            String name,
            String status,
            @Nullable Object value,
            @Nullable String hitPolicy,
            List<Row> rows,
            boolean provisional,
            @Nullable TableExplanation explanation) {}

    /** A row that matched. @param selected whether the hit policy let it decide */
    @Schema(name = "MatchedRow")
    public record Row(
            String id,
            int number,
            boolean selected,
            @Nullable String basis,
            @Nullable String note) {}

    /**
     * 从旧兼从轻.
     *
     * @param basis the setting's legal basis; null when no book speaks
     * @param old what the rules at conduct recommend, null when that chain was not asked
     * @param current what the rules at decision recommend, null when that chain was not asked
     * @param applied which of the two stands; null when neither does
     */
    @Schema(name = "AppliedLenity")
    public record Lenity(
            LenityMode mode,
            @Nullable String basis,
            @Nullable Recommendation old,

            @JsonProperty("new") Recommendation current,

            @Nullable Applied applied,
            Text why) {}

    /** Which chain's recommendation stands. */
    @Schema(name = "LenityApplied")
    public enum Applied {
        @JsonProperty("old")
        OLD,
        @JsonProperty("new")
        NEW
    }
}
