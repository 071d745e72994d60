package dev.sotto.nlu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sotto.sensitive.Sensitive;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What may depend on what in this module, and what nothing in it may do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModuleArchitectureTest {

    /** Where a person's words are taken out of their wrapping: to be read, and to tell their language. */
    private static final Set<String> REVEALING = Set.of("dev.sotto.nlu.reading", "dev.sotto.nlu.opennlp");

    private static final Pattern FILE_WRITERS =
            Pattern.compile("java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile|PrintWriter|PrintStream)");
    private static final Pattern WRITING_CALLS =
            Pattern.compile("write.*|newOutputStream|newBufferedWriter|create.*|copy|move|delete.*|set.*");

    private final JavaClasses module = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sotto.nlu", "dev.sotto.sensitive");

    @Test
    void knowsNothingOfServersStoresOrLogs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx..",
                        "io.netty..",
                        "java.net..",
                        "javax.net..",
                        "java.sql..",
                        "org.slf4j..",
                        "java.util.logging..",
                        "com.fasterxml..")
                .check(module);
    }

    @Test
    void hasNoCycles() {
        slices().matching("dev.sotto.nlu.(*)..").should().beFreeOfCycles().check(module);
        noClasses()
                .that()
                .resideInAPackage("dev.sotto.nlu")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.sotto.nlu.*..")
                .check(module);
    }

    @Test
    void keepsEnginesApart() {
        noClasses()
                .that()
                .resideInAPackage("..embedding..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..opennlp..", "opennlp..")
                .check(module);
        noClasses()
                .that()
                .resideInAPackage("..opennlp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..embedding..", "ai.onnxruntime..")
                .check(module);
    }

    @Test
    void touchesNativeCodeAndOpenNlpInOnePackageEach() {
        classes()
                .that(resideInAnyPackage("dev.sotto.."))
                .and()
                .resideOutsideOfPackage("dev.sotto.nlu.embedding")
                .should()
                .onlyDependOnClassesThat(describe(
                        "are not ONNX Runtime's", c -> !c.getPackageName().startsWith("ai.onnxruntime")))
                .check(module);
        classes()
                .that()
                .resideOutsideOfPackage("dev.sotto.nlu.opennlp")
                .should()
                .onlyDependOnClassesThat(
                        describe("are not OpenNLP's", c -> !c.getPackageName().startsWith("opennlp.")))
                .check(module);
    }

    @Test
    void revealsWhatPeopleSayInFewPlaces() {
        noClasses()
                .that(describe(
                        "are in no revealing package",
                        c -> !REVEALING.contains(c.getPackageName()) && !c.isEquivalentTo(Sensitive.class)))
                .should()
                .callMethod(Sensitive.class, "reveal")
                .check(module);
    }

    @Test
    void writesNoFilesAndPrintsNothing() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "write files", c -> FILE_WRITERS.matcher(c.getName()).matches()))
                .check(module);
        noClasses()
                .should()
                .callMethodWhere(describe("writes a file", ModuleArchitectureTest::writes))
                .check(module);
    }

    private static boolean writes(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(java.nio.file.Files.class)
                && WRITING_CALLS.matcher(call.getName()).matches();
    }

    @Test
    void startsNoThreads() {
        noClasses()
                .should()
                .callCodeUnitWhere(describe("starts a thread", call -> {
                    JavaCodeUnit target = call.getTarget().resolveMember().orElse(null);
                    return target != null
                            && target.isConstructor()
                            && (target.getOwner().isAssignableTo(Thread.class)
                                    || target.getOwner().isAssignableTo(java.util.concurrent.Executor.class));
                }))
                .check(module);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .check(module);
    }
}
