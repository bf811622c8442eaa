package org.rongcuo.access;

import java.util.UUID;

/**
 * A role in force: what an {@link Assignment} gives its holder today.
 *
 * @param organId the organ in which the role is held
 * @param jurisdictionPath the organ's jurisdiction; the right holds for its subtree
 */
public record Grant(
        Role role, UUID organId, OrganKind organKind, String jurisdiction, String jurisdictionPath, Level clearance) {

    boolean reaches(Jurisdiction jurisdiction) {
        return jurisdiction.path().startsWith(jurisdictionPath);
    }

    /** In its own organ, or above an organ of the same kind in a jurisdiction below. */
    public boolean reachesOrgan(Organ organ) {
        return reaches(organ);
    }

    /** Whether it is held in an organ of the other's kind in a jurisdiction above the other's. */
    public boolean isAbove(Grant other) {
        return organKind == other.organKind
                && other.jurisdictionPath.startsWith(jurisdictionPath)
                && !other.jurisdictionPath.equals(jurisdictionPath);
    }

    boolean reaches(Organ organ) {
        return organ.id().equals(organId)
                || organ.kind() == organKind
                        && reaches(organ.jurisdiction())
                        && !organ.jurisdiction().code().equals(jurisdiction);
    }
}
