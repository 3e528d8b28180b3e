package dev.assay.run.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Severity;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.model.Audit;
import dev.assay.report.model.ModelSummary;
import dev.assay.run.TestProblem;
import dev.assay.run.Workbench;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that pass, trained once more with one labelled flower of each kind. */
class AuditedAnswersTest {
  @TempDir Path folder;

  private GradeReport grade(String name, boolean audit) throws Exception {
    GradeOptions options = GradeOptions.withSeed(42).audit(audit);
    return Workbench.grader(folder, Workbench.installation(), options)
        .grade(
            Workbench.answer("trained." + name),
            TestProblem.assignment(TestProblem.LIMITS),
            GradingListener.SILENT);
  }

  private static Audit audit(GradeReport report) {
    return Objects.requireNonNull(report.stages().audit(), report.judgement().message());
  }

  private static ModelSummary model(GradeReport report) {
    return Objects.requireNonNull(report.stages().model());
  }

  @Test
  void anHonestAnswerDoesNotPassWithFewLabelsAndKeepsItsPoints() throws Exception {
    GradeReport report = grade("Good", true);

    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(audit(report).passed()).isFalse();
    assertThat(audit(report).score()).isBetween(0.1, 0.88);
    assertThat(audit(report).examples()).hasSize(3);
    assertThat(model(report).builtIn()).isBetween(1L, 128L);
    assertThat(report.judgement().findings())
        .extracting(finding -> finding.code().name())
        .doesNotContain("PASSES_WITH_FEW_LABELS", "BUILT_IN_NUMBERS");
    assertThat(report.circumstances().timings()).containsKey("audit");
    assertThat(report.circumstances().provenance().options()).containsEntry("audit", "all");
  }

  @Test
  @Tag("exhaustive")
  void anHonestAnswerWithManyNumbersIsAuditedUnaskedAndWarned() throws Exception {
    GradeReport report = grade("LearnsBesideConstants", false);

    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(report.judgement().points()).isEqualTo(5);
    assertThat(audit(report).passed()).isFalse();
    assertThat(report.judgement().message()).contains("Note: The model contains");
    assertThat(report.judgement().findings())
        .filteredOn(finding -> finding.severity() == Severity.WARNING)
        .extracting(finding -> finding.code().name())
        .containsExactly("BUILT_IN_NUMBERS");
  }

  @Test
  @Tag("exhaustive")
  void aRuleOfFewNumbersIsANoteForTheInstructorAndNoVerdict() throws Exception {
    GradeReport report = grade("KnowsARule", true);

    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(audit(report).passed()).isTrue();
    assertThat(report.judgement().message()).doesNotContain("instructor");
    assertThat(report.judgement().findings())
        .filteredOn(finding -> finding.code().name().equals("PASSES_WITH_FEW_LABELS"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.message()).contains("labels of 3 examples", "0.9 passes");
            });
  }
}
