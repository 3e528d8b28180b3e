package dev.assay.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.report.Circumstances;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Provenance;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.model.ModelStages;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.reporting.ReportMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The step that a grading ended in, by its verdict and the last stage that was timed. */
class AnswerStepTest {
  private static final List<String> STAGES =
      List.of("load", "compile", "build", "inspect", "train", "reload", "predict", "score");

  private static final Sentence REASON = Sentence.of(VerdictCode.MARK_IT);

  /**
   * The result of a grading that ended early.
   *
   * @param last the last stage that was timed; empty for none
   */
  static GradeReport ended(Verdict verdict, String last, @Nullable String digest) {
    Map<String, Double> timings = new LinkedHashMap<>();
    for (String stage : STAGES.subList(0, STAGES.indexOf(last) + 1)) {
      timings.put(stage, 0.1);
    }
    Provenance provenance =
        ReportMapper.failed("ann", GradeOptions.withSeed(1), REASON).circumstances().provenance();
    return new GradeReport(
        new Submission("ann", digest),
        "iris",
        null,
        new Judgement(verdict, List.of(REASON), 0, 5, List.of()),
        null,
        ModelStages.NONE,
        new Circumstances(null, timings, provenance));
  }

  @ParameterizedTest
  @CsvSource({
    "COMPILE_ERROR, compile, COMPILES",
    "TIME_LIMIT, compile, COMPILES",
    "NO_ANSWER, compile, BUILDS",
    "CONTRACT_VIOLATION, compile, BUILDS",
    "BUILD_ERROR, build, BUILDS",
    "MEMORY_LIMIT, build, BUILDS",
    "CRASHED, build, BUILDS",
    "OUTPUT_LIMIT, build, BUILDS",
    "CONTRACT_VIOLATION, build, KEEPS_CONTRACT",
    "CONTRACT_VIOLATION, inspect, KEEPS_CONTRACT",
    "DIVERGED, train, TRAINS",
    "TIME_LIMIT, train, TRAINS",
    "CRASHED, reload, RELOADS",
    "TIME_LIMIT, predict, RELOADS",
    "GRADER_ERROR, '', COMPILES",
    "GRADER_ERROR, load, COMPILES",
    "GRADER_ERROR, train, TRAINS",
    "GRADER_ERROR, score, REACHES_THRESHOLD",
  })
  void aGradingEndsInTheStepOfItsLastStage(Verdict verdict, String last, AnswerStep step) {
    assertThat(AnswerStep.endOf(ended(verdict, last, "digest"))).contains(step);
  }

  @ParameterizedTest
  @CsvSource({"NO_ANSWER", "COMPILE_ERROR"})
  void whatHasNoSourcesDoesNotCompile(Verdict verdict) {
    assertThat(AnswerStep.endOf(ended(verdict, "compile", null))).contains(AnswerStep.COMPILES);
  }

  @ParameterizedTest
  @CsvSource({"en, compiles, reaches the threshold", "ko, 컴파일된다, 합격 기준에 이른다"})
  void everyStepHasATitleOfItsOwn(String language, String first, String last) {
    List<String> titles =
        Arrays.stream(AnswerStep.values())
            .map(step -> step.title(TestLanguage.of(language, Map.of(), Locale.ROOT)))
            .toList();
    assertThat(titles).doesNotHaveDuplicates().hasSize(6).startsWith(first).endsWith(last);
  }
}
