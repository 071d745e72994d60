package dev.sotto.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {

    private static final String SOTTO = "dev.sotto";
    private static final String HERE = ArchitectureTest.class.getPackageName();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SOTTO);
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(HERE + ".planted");

    @ParameterizedTest
    @EnumSource(Law.class)
    void keepsToItsLaws(Law law) {
        law.over(SOTTO).check(CLASSES);
    }

    @ParameterizedTest
    @EnumSource(Law.class)
    void wouldFindAViolation(Law law) {
        EvaluationResult result = law.over(HERE + ".planted").evaluate(PLANTED);

        assertThat(result.getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(HERE + "." + law.planted()));
    }

    @Test
    void looksAtEveryModule() {
        assertThat(CLASSES.contain("dev.sotto.nlu.Understanding")).isTrue();
        assertThat(CLASSES.contain("dev.sotto.session.Sessions")).isTrue();
        assertThat(CLASSES.contain("dev.sotto.session.SessionTest")).isFalse();
    }

    @Test
    void tellsInEveryPackageWhatItOwnsAndThatNothingIsNullUnlessItSaysSo() {
        assertThat(CLASSES.getPackage(SOTTO).getSubpackagesInTree())
                .filteredOn(each -> !each.getClasses().isEmpty())
                .hasSizeGreaterThan(20)
                .allSatisfy(each ->
                        assertThat(isNullMarked(each)).as(each.getName()).isTrue());
    }

    private static boolean isNullMarked(JavaPackage each) {
        return each.isAnnotatedWith(NullMarked.class);
    }
}
