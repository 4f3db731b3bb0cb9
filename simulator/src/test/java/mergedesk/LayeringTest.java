package mergedesk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may import whom: the package table of the style guide, and what repeatable results need.
 *
 * <p>A package without classes so far breaks no rule. A package that is not in the table does.
 */
class LayeringTest {

    private static final String MATHS = "org.apache.commons.math3";
    private static final String JSON = "tools.jackson";
    private static final List<String> DSOL = List.of("nl.tudelft.simulation", "org.djutils", "ch.qos.logback");

    /** One row of the table: a package without its subpackages, ours that it may import, other people's too. */
    private record Layer(String name, List<String> ours, List<String> theirs) {

        String packageName() {
            return "mergedesk." + name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Lowest first.
     *
     * <p>Wider than the style guide's table in six places, where a package handles the values of one it may
     * import: {@code observe} sums by the flows and groups of the Program, {@code scenario} and what reads it make text plain, {@code experiment} compiles a Scenario and hands
     * the Program and its streams to the kernel, and {@code report} prints units; {@code cli} prints estimates and makes text plain; and {@code dsol} compiles a Scenario
     * and hands Mergedesk's measures to DSOL's statistics.
     */
    private static final List<Layer> LAYERS = List.of(
            new Layer("units", List.of(), List.of()),
            new Layer("random", List.of("units"), List.of(MATHS)),
            new Layer("design", List.of("random", "units"), List.of(MATHS)),
            new Layer("program", List.of("units"), List.of()),
            new Layer("kernel", List.of("program", "units", "random"), List.of()),
            new Layer("scenario", List.of("units"), List.of()),
            new Layer("scenario.text", List.of("scenario", "units"), List.of()),
            new Layer("scenario.tree", List.of("scenario", "scenario.text", "units"), List.of("org.snakeyaml")),
            new Layer("scenario.bind", List.of("scenario", "scenario.text", "scenario.tree", "units"), List.of("de.siegmar.fastcsv")),
            new Layer("scenario.check", List.of("scenario", "scenario.text", "scenario.tree"), List.of()),
            new Layer("scenario.plausible", List.of("scenario"), List.of()),
            new Layer(
                    "scenario.io",
                    List.of("scenario", "scenario.sweep", "scenario.text", "scenario.tree", "scenario.bind", "scenario.check", "units"),
                    List.of()),
            new Layer(
                    "scenario.schema",
                    List.of("scenario", "scenario.sweep", "scenario.text", "scenario.tree", "scenario.bind"),
                    List.of(JSON, "com.fasterxml.jackson.annotation", "com.github.victools", "com.fasterxml.classmate")),
            new Layer(
                    "scenario.first",
                    List.of("scenario", "scenario.text", "scenario.tree", "scenario.bind", "scenario.io", "units"),
                    List.of()),
            new Layer("scenario.sweep", List.of("scenario", "units"), List.of()),
            new Layer("compile", List.of("scenario", "program", "random", "units"), List.of(MATHS)),
            new Layer("observe", List.of("kernel", "program", "units"), List.of()),
            new Layer("stats", List.of("units", "observe"), List.of(MATHS)),
            new Layer("results", List.of("stats", "units"), List.of(JSON, "de.siegmar.fastcsv")),
            new Layer(
                    "dsol",
                    List.of("compile", "dsol.logging", "kernel", "observe", "program", "scenario", "stats", "units"),
                    DSOL),
            new Layer("dsol.logging", List.of(), List.of("org.djutils", "ch.qos.logback", "org.slf4j")),
            new Layer("dsol.reference", List.of("dsol.logging", "program", "random", "units"), DSOL),
            new Layer(
                    "experiment",
                    List.of(
                            "compile",
                            "kernel",
                            "observe",
                            "stats",
                            "results",
                            "scenario",
                            "program",
                            "random",
                            "units"),
                    List.of(MATHS)),
            new Layer("store", List.of("observe", "results", "stats", "units"), List.of("org.duckdb")),
            new Layer(
                    "sweep",
                    List.of("compile", "design", "experiment", "observe", "program", "random", "results", "stats", "store", "units"),
                    List.of()),
            new Layer("report.text", List.of("results", "stats"), List.of()),
            new Layer(
                    "report.chart",
                    List.of("report.text", "results", "stats"),
                    List.of("org.jfree", "org.apache.batik")),
            new Layer("report", List.of("report.chart", "report.text", "results", "stats", "units"), List.of("gg.jte")),
            // Written by the build from src/main/jte.
            new Layer("report.templates", List.of("report", "report.chart"), List.of("gg.jte")),
            new Layer(
                    "api",
                    List.of(
                            "units",
                            "random",
                            "program",
                            "kernel",
                            "scenario",
                            "scenario.text",
                            "scenario.tree",
                            "scenario.io",
                            "scenario.sweep",
                            "scenario.first",
                            "scenario.plausible",
                            "compile",
                            "observe",
                            "stats",
                            "results",
                            "experiment",
                            "design",
                            "store",
                            "sweep",
                            "report"),
                    List.of()),
            new Layer("cli", List.of("api", "report", "results", "stats", "store", "sweep", "units"), List.of("picocli", "me.tongfei", JSON)),
            // From src/spark, of which the first build makes nothing. The command line finds it by its name only.
            new Layer("spark", List.of("api", "cli", "experiment", "store", "sweep"), List.of("org.apache.spark", "scala")));

    /** The Java platform, as far as it is not called {@code java}. */
    private static final String[] PLATFORM = {"java..", "javax..", "org.w3c.dom..", "org.xml.sax.."};

    /** Methods of {@link Math} whose last bit may differ between processors. */
    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    /** Methods that answer differently from one process to the next. */
    private static final Map<String, Set<String>> UNREPEATABLE = Map.of(
            "java.lang.System", Set.of("nanoTime", "currentTimeMillis", "identityHashCode", "getenv", "getProperty"),
            "java.lang.Object", Set.of("hashCode"),
            "java.lang.Math", Set.of("random"),
            "java.lang.StrictMath", Set.of("random"));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("mergedesk");

    @Test
    void everyClassLivesInAPackageOfTheTable() {
        classes()
                .that()
                .resideInAPackage("mergedesk..")
                .should()
                .resideInAnyPackage(LAYERS.stream().map(Layer::packageName).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @ParameterizedTest
    @FieldSource("LAYERS")
    void importsOfOursFollowTheTable(Layer layer) {
        String[] allowed = Stream.concat(
                        Stream.of(layer.packageName()), layer.ours().stream().map(name -> "mergedesk." + name))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(layer.packageName())
                .should()
                .dependOnClassesThat(resideInAnyPackage("mergedesk..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @ParameterizedTest
    @FieldSource("LAYERS")
    void importsOfOtherPeopleFollowTheTable(Layer layer) {
        String[] allowed = Stream.of(
                        Stream.of("mergedesk.."),
                        Stream.of(PLATFORM),
                        layer.theirs().stream().map(name -> name + ".."))
                .flatMap(names -> names)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(layer.packageName())
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(allowed)).and(not(primitive())))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @ParameterizedTest
    @MethodSource
    void innerPackagesUseOnlyTheBarestOfJava(String name) {
        noClasses()
                .that()
                .resideInAPackage("mergedesk." + name)
                .should()
                .dependOnClassesThat(not(resideInAnyPackage("mergedesk..", "java.lang..", "java.util"))
                        .and(not(primitive())))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    static List<String> innerPackagesUseOnlyTheBarestOfJava() {
        return List.of("program", "kernel");
    }

    @Test
    void theLoopKnowsNoDatesFilesOrLogs() {
        noClasses()
                .that()
                .resideInAnyPackage("mergedesk.kernel", "mergedesk.observe", "mergedesk.random", "mergedesk.design", "mergedesk.program")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.time..", "java.io..", "java.nio..", "java.util.logging..")
                        .or(describe("System.Logger", to -> to.getName().startsWith("java.lang.System$Logger"))))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void scenariosKnowNoTicks() {
        noClasses()
                .that()
                .resideInAPackage("mergedesk.scenario..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("mergedesk.units.Ticks")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("mergedesk.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    /** StrictMath and commons-math3's FastMath give the same bits everywhere; Math promises only to come close. */
    @Test
    void numbersAreTheSameOnEveryProcessor() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "mergedesk.units",
                        "mergedesk.random",
                        "mergedesk.design",
                        "mergedesk.program",
                        "mergedesk.kernel",
                        "mergedesk.observe",
                        "mergedesk.compile",
                        "mergedesk.stats",
                        "mergedesk.results")
                .should()
                .accessTargetWhere(describe(
                        "an inexact method of Math, where StrictMath is exact",
                        access -> access.getTargetOwner().isEquivalentTo(Math.class)
                                && INEXACT.contains(access.getName())))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    /**
     * A run is a pure function of Program, key and code.
     *
     * <p>Hash maps are refused for their order: {@code LinkedHashMap} and {@code TreeMap} have one that does
     * not depend on hash codes.
     */
    @Test
    void runsRepeat() {
        DescribedPredicate<JavaClass> unrepeatable = describe(
                "random, hashed or concurrent things",
                type -> Set.of(
                                        "java.util.Random",
                                        "java.util.SplittableRandom",
                                        "java.util.UUID",
                                        "java.util.HashMap",
                                        "java.util.HashSet",
                                        "java.util.IdentityHashMap",
                                        "java.util.WeakHashMap",
                                        "java.util.Hashtable")
                                .contains(type.getName())
                        || type.getPackageName().startsWith("java.util.random")
                        || type.getPackageName().startsWith("java.util.concurrent")
                        || type.getName().equals("java.security.SecureRandom"));
        DescribedPredicate<JavaAccess<?>> unrepeatableCall = describe(
                "a method that answers differently from one process to the next",
                access -> UNREPEATABLE
                        .getOrDefault(access.getTargetOwner().getName(), Set.of())
                        .contains(access.getName()));
        noClasses()
                .that()
                .resideInAnyPackage(
                        "mergedesk.random",
                        "mergedesk.design",
                        "mergedesk.program",
                        "mergedesk.kernel",
                        "mergedesk.observe",
                        "mergedesk.compile")
                .should()
                .dependOnClassesThat(unrepeatable)
                .orShould()
                .accessTargetWhere(unrepeatableCall)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    private static DescribedPredicate<JavaClass> primitive() {
        return describe("primitive", type -> type.getBaseComponentType().isPrimitive());
    }
}
