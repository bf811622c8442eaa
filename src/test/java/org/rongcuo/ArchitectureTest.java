package org.rongcuo;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The arrows between packages, and the habits that a machine can check. */
class ArchitectureTest {
    /** Each package and those it may use; what is not here may not exist. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("access", Set.of("shared")),
            Map.entry("contract", Set.of("access", "shared")),
            Map.entry("console", Set.of("access", "shared")),
            Map.entry("tasks", Set.of("access", "shared")),
            Map.entry("dmn", Set.of("shared")),
            Map.entry("policy", Set.of("dmn", "tasks", "access", "shared")),
            Map.entry("checklist", Set.of("policy", "tasks", "access", "shared")),
            Map.entry("procedure", Set.of("policy", "tasks", "access", "shared")),
            Map.entry("cases", Set.of("checklist", "procedure", "policy", "tasks", "access", "shared")),
            Map.entry("verification", Set.of("cases", "checklist", "procedure", "policy", "tasks", "access", "shared")),
            Map.entry(
                    "determination", Set.of("cases", "checklist", "procedure", "policy", "tasks", "access", "shared")),
            Map.entry("terms", Set.of("cases", "checklist", "procedure", "policy", "tasks", "access", "shared")),
            Map.entry("consultation", Set.of("cases", "checklist", "procedure", "policy", "tasks", "access", "shared")),
            Map.entry("filing", Set.of("cases", "checklist", "procedure", "policy", "tasks", "access", "shared")),
            Map.entry("aftercare", Set.of("cases", "checklist", "procedure", "policy", "tasks", "access", "shared")),
            Map.entry("papers", Set.of("cases", "checklist", "procedure", "policy", "tasks", "access", "shared")),
            Map.entry("publication", Set.of("cases", "checklist", "procedure", "policy", "tasks", "access", "shared")),
            Map.entry(
                    "archive",
                    Set.of("cases", "checklist", "procedure", "policy", "tasks", "access", "ledger", "shared")),
            Map.entry("ledger", Set.of("access", "shared")));

    /** A rule about an empty package holds for nothing: these must be found. */
    private static final Set<String> MUST_EXIST = Set.of(
            "shared",
            "access",
            "contract",
            "console",
            "tasks",
            "dmn",
            "policy",
            "checklist",
            "procedure",
            "cases",
            "verification",
            "determination",
            "terms",
            "papers",
            "filing",
            "aftercare",
            "publication",
            "archive",
            "consultation",
            "ledger");

    private static final Pattern BANNED =
            Pattern.compile("(Abstract.*|.*(Manager|Helper|Util|Utils|Impl|DTO|Dto|Base|Abstract))");
    private static final Set<String> KIE = Set.of("org.kie.", "org.drools.", "org.kogito.");
    private static final Set<String> CLOCKLESS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");
    private static final Set<String> CLOCKS_OF_ITS_OWN = Set.of("org.rongcuo.shared.Clocks");

    private static final String ROOT = "org.rongcuo.";

    private static final String DEMO = "org/rongcuo/demo/";

    /** Built with -Pdemo the demo's classes stand beside the product's. */
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains(DEMO))
            .importPackages("org.rongcuo")
            .that(DescribedPredicate.describe(
                    "belong to a feature", each -> !each.getPackageName().equals("org.rongcuo")));

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyPackageIsListedAndSaysWhatItIsFor() {
        Set<String> found = new TreeSet<>();
        for (var each : PRODUCT) {
            found.add(feature(each));
        }
        for (var name : MUST_EXIST) {
            demand(found.contains(name), "package " + name + " is missing");
        }
        for (var name : found) {
            demand(ARROWS.containsKey(name), "package \"" + name + "\" is not in the table of packages");
            demand(
                    Files.exists(java.nio.file.Path.of("src/main/java/org/rongcuo", name, "package-info.java")),
                    "package " + name + " has no package-info.java");
        }
        report();
    }

    @Test
    void packagesUseOnlyWhatStandsBelowThem() {
        for (var origin : PRODUCT) {
            for (var dependency : origin.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass();
                if (target.getPackageName().startsWith(ROOT) && !feature(target).equals(feature(origin))) {
                    demand(
                            ARROWS.getOrDefault(feature(origin), Set.of()).contains(feature(target)),
                            feature(origin) + " may not use " + feature(target) + ": " + dependency.getDescription());
                }
            }
        }
        report();
        slices().matching("org.rongcuo.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void onlyTheDmnPackageKnowsTheEngine() {
        for (var origin : PRODUCT) {
            for (var dependency : origin.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getName();
                demand(
                        feature(origin).equals("dmn") || KIE.stream().noneMatch(target::startsWith),
                        origin.getName() + " uses the engine: " + target);
            }
        }
        report();
    }

    @Test
    void namesSayWhatAThingIs() {
        var everything = new ClassFileImporter().importPackages("org.rongcuo");
        assertTrue(everything.size() > PRODUCT.size(), "tests and demo are looked at too");
        for (var each : everything) {
            demand(!BANNED.matcher(each.getSimpleName()).matches(), each.getName() + " has a name that says nothing");
        }
        report();
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        for (var each : PRODUCT) {
            for (var field : each.getFields()) {
                demand(!field.isAnnotatedWith(Inject.class), field.getFullName() + " is injected as a field");
            }
        }
        report();
    }

    /** A stream of results that nobody closes keeps its connection to the request's end; a second one is then never had. */
    @Test
    void resultsAreReadAsListsNotAsOpenStreams() {
        var read = 0;
        for (var each : PRODUCT) {
            for (var call : each.getMethodCallsFromSelf()) {
                var owner = call.getTargetOwner();
                var name = call.getName();
                read += name.equals("getResultList") ? 1 : 0;
                demand(
                        !name.equals("getResultStream")
                                && !(name.startsWith("stream")
                                        && (owner.getName().startsWith("io.quarkus.hibernate")
                                                || owner.isAssignableTo(
                                                        "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase"))),
                        call.getDescription());
            }
        }
        assertTrue(read > 0, "calls are looked at");
        report();
    }

    @Test
    void timeComesFromTheInjectedClock() {
        for (var each : PRODUCT) {
            for (var dependency : each.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getName();
                demand(
                        !Set.of("java.util.Date", "java.util.Calendar", "java.sql.Timestamp")
                                .contains(target),
                        each.getName() + " uses " + target);
            }
            for (var call : each.getMethodCallsFromSelf()) {
                demand(!readsTheTime(call) || CLOCKS_OF_ITS_OWN.contains(each.getName()), call.getDescription());
            }
        }
        report();
    }

    private static boolean readsTheTime(JavaAccess<?> access) {
        var call = (com.tngtech.archunit.core.domain.JavaMethodCall) access;
        var owner = call.getTargetOwner().getName();
        var name = call.getName();
        var clockless = CLOCKLESS.contains(owner)
                && name.equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
        return clockless
                || (owner.equals("java.time.Clock") && name.startsWith("system"))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }

    @Test
    void resourcesAreHidden() {
        var resources = PRODUCT.stream()
                .filter(each -> each.isAnnotatedWith(Path.class))
                .toList();
        assertTrue(!resources.isEmpty(), "no resource found");
        for (var each : resources) {
            demand(
                    !each.getModifiers().contains(JavaModifier.PUBLIC),
                    each.getName() + " is a resource and need not be public");
        }
        report();
    }

    @Test
    void theProductKnowsNoDemo() {
        demand(
                !Files.exists(java.nio.file.Path.of("src/main/java", DEMO)),
                "the demo stands under src/main, it belongs under src/demo");
        for (var each : PRODUCT) {
            for (var dependency : each.getDirectDependenciesFromSelf()) {
                demand(
                        !dependency.getTargetClass().getPackageName().startsWith(ROOT + "demo"),
                        dependency.getDescription());
            }
        }
        report();
    }

    private static String feature(JavaClass type) {
        var rest = type.getPackageName()
                .substring(Math.min(ROOT.length(), type.getPackageName().length()));
        var dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private void demand(boolean fine, String fault) {
        if (!fine) {
            faults.add(fault);
        }
    }

    private void report() {
        assertTrue(faults.isEmpty(), () -> faults.size() + " fault(s):\n" + String.join("\n", faults));
    }
}
