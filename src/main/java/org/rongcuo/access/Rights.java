package org.rongcuo.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a person may do: the roles in force today. Visibility of cases follows from {@link #grantees()} alone (see
 * {@link CaseAccess}); the right to act needs the role as well.
 */
public final class Rights {
    /** An anonymous caller's. */
    static final Rights NONE = new Rights(null, List.of());

    private final UUID personId;
    private final List<Grant> grants;

    Rights(UUID personId, List<Grant> grants) {
        this.personId = personId;
        this.grants = List.copyOf(grants);
    }

    /** Whether nobody is logged in. */
    public boolean isAnonymous() {
        return personId == null;
    }

    public List<Grant> grants() {
        return grants;
    }

    /** Holds one of the roles somewhere; true when none is named. */
    public boolean holdsAny(Role... roles) {
        return roles.length == 0 || held(roles).findAny().isPresent();
    }

    /** Holds one of the roles over the jurisdiction: in it or above it. */
    public boolean holdsOver(Jurisdiction jurisdiction, Role... roles) {
        return held(roles).anyMatch(grant -> grant.reaches(jurisdiction));
    }

    /** Holds one of the roles, cleared for the level, over the jurisdiction: in it or above it. */
    public boolean holdsOver(Jurisdiction jurisdiction, Level level, Role... roles) {
        return held(roles)
                .anyMatch(grant ->
                        grant.reaches(jurisdiction) && grant.clearance().compareTo(level) >= 0);
    }

    /** Holds one of the roles, cleared for the level, in just this jurisdiction. */
    public boolean holdsAt(Jurisdiction jurisdiction, Level level, Role... roles) {
        return held(roles)
                .anyMatch(grant -> grant.jurisdiction().equals(jurisdiction.code())
                        && grant.clearance().compareTo(level) >= 0);
    }

    /** Holds one of the roles, cleared for the level, in the organ or in an organ of its kind above. */
    public boolean holdsIn(Organ organ, Level level, Role... roles) {
        return held(roles)
                .anyMatch(grant -> grant.reaches(organ) && grant.clearance().compareTo(level) >= 0);
    }

    /** Holds one of the roles, cleared for the level, in just this organ. */
    public boolean holdsInJust(Organ organ, Level level, Role... roles) {
        return held(roles)
                .anyMatch(grant ->
                        grant.organId().equals(organ.id()) && grant.clearance().compareTo(level) >= 0);
    }

    /** The jurisdictions' paths over which one of the roles is held. */
    public List<String> pathsOf(Role... roles) {
        return held(roles).map(Grant::jurisdictionPath).distinct().toList();
    }

    private Stream<Grant> held(Role... roles) {
        return grants.stream().filter(grant -> List.of(roles).contains(grant.role()));
    }

    /** The names under which cases may be granted to this person, each with the highest level it opens. */
    List<Grantee> grantees() {
        List<Grantee> grantees = new ArrayList<>();
        if (personId != null) {
            grantees.add(new Grantee(Grantee.own(personId), Level.RESTRICTED));
            grantees.addAll(granteesAs(Role.values()));
        }
        return grantees;
    }

    /** Those that come with some of the roles, or with a team. */
    List<Grantee> granteesAs(Role... roles) {
        List<Grantee> grantees = new ArrayList<>();
        grants.stream()
                .map(Grant::clearance)
                .max(Comparator.naturalOrder())
                .ifPresent(highest -> grantees.add(new Grantee(Grantee.member(personId), highest)));
        for (var grant : held(roles).toList()) {
            switch (grant.role()) {
                case HANDLER, DECIDER, ORGANISATION -> {
                    grantees.add(new Grantee(Grantee.organ(grant.organId()), grant.clearance()));
                    grantees.add(
                            new Grantee(Grantee.above(grant.organKind(), grant.jurisdiction()), grant.clearance()));
                }
                case REGISTRAR -> grantees.add(new Grantee(Grantee.registrar(grant.jurisdiction()), grant.clearance()));
                case COORDINATOR -> grantees.add(new Grantee(Grantee.invited(personId), grant.clearance()));
                case SUPERVISOR ->
                    grantees.add(new Grantee(Grantee.supervisor(grant.jurisdiction()), grant.clearance()));
                case INSPECTOR -> grantees.add(new Grantee(Grantee.inspector(grant.jurisdiction()), grant.clearance()));
                default -> {
                    // Applicants see their own; the other roles see no case by role.
                }
            }
        }
        return grantees;
    }

    /** @param level the highest level of a case that this name opens */
    record Grantee(String name, Level level) {
        static String own(UUID person) {
            return "own:" + person;
        }

        static String member(UUID person) {
            return "team:" + person;
        }

        static String organ(UUID organ) {
            return "organ:" + organ;
        }

        static String above(OrganKind kind, String jurisdiction) {
            return "above:" + kind + "@" + jurisdiction;
        }

        static String registrar(String jurisdiction) {
            return "registrar:" + jurisdiction;
        }

        static String invited(UUID person) {
            return "invited:" + person;
        }

        static String supervisor(String jurisdiction) {
            return "supervisor:" + jurisdiction;
        }

        static String inspector(String jurisdiction) {
            return "inspector:" + jurisdiction;
        }
    }
}
