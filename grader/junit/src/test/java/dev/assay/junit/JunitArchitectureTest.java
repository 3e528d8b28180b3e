package dev.assay.junit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows of this module, which the command line does not know. */
class JunitArchitectureTest {
  private static final JavaClasses JUNIT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.assay.junit");

  @Test
  void itUsesBatchRunAndReportTheValuesThatTheyTakeAndJunit() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "dev.assay.junit..",
                "dev.assay.batch..",
                "dev.assay.run..",
                "dev.assay.report..",
                "dev.assay.findings..",
                "dev.assay.problems",
                "dev.assay.datasets..",
                "org.junit..",
                "org.opentest4j..",
                "org.jspecify..",
                "java.."))
        .check(JUNIT);
  }

  @Test
  void itDoesNotUseTheStandardStreams() {
    noClasses().should(GeneralCodingRules.ACCESS_STANDARD_STREAMS).check(JUNIT);
  }

  @Test
  void packagesAreSmallAndOnlyWhatUsersNeedIsPublic() {
    assertThat(JUNIT.stream().filter(JavaClass::isTopLevelClass).collect(Collectors.toSet()))
        .hasSizeBetween(15, 25);
    assertThat(
            JUNIT.stream()
                .filter(c -> c.getPackageName().equals("dev.assay.junit"))
                .filter(c -> c.getModifiers().toString().contains("PUBLIC"))
                .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder("GradedAnswers", "GradedProblem", "GraderErrorException");
  }
}
