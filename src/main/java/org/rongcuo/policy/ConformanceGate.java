package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.Item;
import org.rongcuo.policy.Conformance.Found;
import org.rongcuo.policy.Conformance.Proof;
import org.rongcuo.policy.Conformance.Refuted;
import org.rongcuo.policy.ConformanceChecks.Check;
import org.rongcuo.shared.Text;

/**
 * A variant does not loosen the bottom line of a book above nor cut an entitlement (policy-contract "Versions"); each
 * refusal carries facts that show it. Where that can be neither proven nor refuted a reason in writing lifts it; so it does
 * where a book for one field stands above a book for all, since the rule of the layers guards that field's matters. The
 * books below that would no longer conform are listed and must be acknowledged.
 */
@ApplicationScoped
class ConformanceGate implements ApprovalGate {
    static final String LOOSENED = "parent-bottom-line-loosened";
    static final String CUT = "entitlement-cut";
    static final String NOT_PROVEN = "conformance-not-proven";
    static final String CHILD = "child-not-conforming";

    private final ConformanceChecks checks;

    ConformanceGate(ConformanceChecks checks) {
        this.checks = checks;
    }

    @Override
    public List<Blocker> blockers(Candidate candidate) {
        var version = candidate.version();
        if (candidate.assessment().admitted() == null || version.policy().kind() != BookKind.TOLERANCE) {
            return List.of();
        }
        var own = version.policy().key();
        List<Blocker> blockers = new ArrayList<>();
        for (var check : checks.above(version, candidate.effectiveFrom())) {
            blocker(check, checks.of(check), own).ifPresent(blockers::add);
        }
        for (var check : checks.below(version, candidate.effectiveFrom(), candidate.history())) {
            blockerBelow(check, checks.of(check), own).ifPresent(blockers::add);
        }
        return blockers;
    }

    private static Optional<Blocker> blocker(Check check, Found found, String own) {
        var against = against(check).policy().key();
        if (found.refuted() != null) {
            return Optional.of(new Blocker(
                    check.statute() == null ? LOOSENED : CUT,
                    against,
                    null,
                    message(check, found.refuted(), new Text("本版", "this version")),
                    !check.everywhere(),
                    example(check, found.refuted())));
        }
        return notProven(check, found, against, own);
    }

    private static Optional<Blocker> blockerBelow(Check check, Found found, String own) {
        var child = check.variant();
        if (found.refuted() != null) {
            return Optional.of(new Blocker(
                    CHILD,
                    child.policy().key(),
                    null,
                    message(check, found.refuted(), named(child)),
                    true,
                    example(check, found.refuted())));
        }
        return notProven(check, found, child.policy().key(), own);
    }

    /** The law itself where an entitlement is meant. */
    private static PolicyVersion against(Check check) {
        return check.statute() != null ? check.statute() : Objects.requireNonNull(check.parent());
    }

    private static Optional<Blocker> notProven(Check check, Found found, String subject, String own) {
        if (found.proof() != Proof.NOT_PROVEN) {
            return Optional.empty();
        }
        var variant = named(check.variant());
        var against = named(against(check));
        return Optional.of(Blocker.excusable(
                NOT_PROVEN,
                subject,
                own,
                check.statute() == null
                        ? new Text(
                                "未能证明" + variant.zh() + "没有放宽" + against.zh() + "的底线",
                                "It could not be proven that " + variant.en() + " keeps to the bottom line of "
                                        + against.en())
                        : new Text(
                                "未能证明" + variant.zh() + "没有克减" + against.zh() + "的免责规定",
                                "It could not be proven that " + variant.en() + " keeps to what " + against.en()
                                        + " entitles to")));
    }

    private static Text message(Check check, Refuted refuted, Text variant) {
        var against = named(against(check));
        var facts = facts(refuted);
        var parent = check.parent() == null ? null : named(check.parent());
        if (check.statute() != null) {
            return new Text(
                    "在以下情形," + against.zh() + "规定“免责”"
                            + (parent == null ? "" : "," + parent.zh() + "也得出“免责”") + ","
                            + variant.zh() + "却得出“" + refuted.says() + "”:" + facts + "(其余事实见反例)",
                    "On these facts " + against.en() + " entitles to 免责"
                            + (parent == null ? "" : " and so says " + parent.en()) + ", yet "
                            + variant.en() + " says " + refuted.says() + ": " + facts
                            + " (for the other facts see the counter-example)");
        }
        return new Text(
                "在以下情形," + against.zh() + "触及底线" + saysZh(refuted.parentSays()) + "," + variant.zh() + "得出“"
                        + refuted.says() + "”:" + facts + "(其余事实见反例)",
                "On these facts " + against.en() + " hits its bottom line" + saysEn(refuted.parentSays()) + ", and "
                        + variant.en() + " says " + refuted.says() + ": " + facts
                        + " (for the other facts see the counter-example)");
    }

    private static String saysZh(@Nullable String word) {
        return word == null ? "" : ",得出“" + word + "”";
    }

    private static String saysEn(@Nullable String word) {
        return word == null ? "" : " and says " + word;
    }

    private static String facts(Refuted refuted) {
        return refuted.deciding().stream()
                .map(item -> item.name() + "=" + plain(refuted.facts().get(item.id())))
                .collect(Collectors.joining("、"));
    }

    private static String plain(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "是" : "否";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static Text named(PolicyVersion version) {
        return new Text("《" + version.policy().title().zh() + "》(" + version.name() + ")", version.name());
    }

    private static CounterExample example(Check check, Refuted refuted) {
        return new CounterExample(
                refuted.facts(),
                refuted.deciding().stream().map(Item::id).toList(),
                check.variant().name(),
                refuted.says(),
                check.parent() == null ? null : check.parent().name(),
                refuted.parentSays(),
                check.statute() == null ? null : check.statute().name(),
                refuted.rows());
    }
}
