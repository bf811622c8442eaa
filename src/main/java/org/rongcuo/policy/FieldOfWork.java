package org.rongcuo.policy;

import java.util.List;
import java.util.Optional;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Violation;

/** The fields of work (领域) that may have their own book or statute (domain.md "Words"). */
public final class FieldOfWork {
    public static final List<String> ALL = List.of("重大项目建设", "审计", "自然资源和规划", "生态环境", "最多跑一次改革", "应急处置", "攻坚战", "其他");

    private FieldOfWork() {}

    /**
     * The field if it is one of ours; a misspelt field would silently leave its statutes out.
     *
     * @param field null for none
     * @throws Problem 422 for an unknown one
     */
    public static String known(String field, String pointer) {
        unknown(field, pointer).ifPresent(violation -> {
            throw Problem.invalid(List.of(violation));
        });
        return field;
    }

    /** The violation of a field that is none of ours; empty for a known one or none. */
    static Optional<Violation> unknown(String field, String pointer) {
        return field == null || ALL.contains(field)
                ? Optional.empty()
                : Optional.of(Violation.at(
                        pointer,
                        "field-unknown",
                        "没有此领域,应为:" + String.join("、", ALL),
                        "No such field of work; one of: " + String.join(", ", ALL)));
    }
}
