package org.rongcuo.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Violation;

/** The tree of jurisdictions. */
@ApplicationScoped
public class Jurisdictions implements PanacheRepositoryBase<Jurisdiction, String> {
    /**
     * The jurisdiction that a request's content names.
     *
     * @param pointer where it is named, for the violation
     * @throws Problem 422 when there is none of that code
     */
    public Jurisdiction named(String code, String pointer) {
        return findByIdOptional(code).orElseThrow(() -> Problem.invalid(List.of(unknown(code, pointer))));
    }

    /** The violation of a code that is no jurisdiction's. */
    public static Violation unknown(String code, String pointer) {
        return Violation.at(
                pointer,
                "jurisdiction-unknown",
                "没有代码为 " + code + " 的行政区划",
                "There is no jurisdiction with code " + code);
    }
}
