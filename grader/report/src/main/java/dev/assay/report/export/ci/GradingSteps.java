package dev.assay.report.export.ci;

import dev.assay.commons.text.Printable;
import dev.assay.findings.Catalogue;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.export.AnswerText;
import dev.assay.report.export.Place;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.model.ModelStages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A grading as test cases in order: each step passes, fails, or is skipped after one that fails.
 */
final class GradingSteps {
  /** The longest text of a case, in characters: reports of whole classes have a limit. */
  private static final int MAX_TEXT = 4000;

  /** The steps in their order, each with the times that belong to it. */
  private enum Step {
    COMPILES("compile"),
    BUILDS("build"),
    CONTRACT("inspect"),
    TRAINS("train"),
    RELOADS("reload"),
    PASSES("");

    private final String timing;

    Step(String timing) {
      this.timing = timing;
    }

    String title() {
      return switch (this) {
        case COMPILES -> "compiles";
        case BUILDS -> "builds";
        case CONTRACT -> "keeps-the-contract";
        case TRAINS -> "trains";
        case RELOADS -> "reloads";
        case PASSES -> "reaches-the-pass-mark";
      };
    }
  }

  private GradingSteps() {}

  /**
   * Returns the cases of a grade, none for one that is excused.
   *
   * @param student shown before the problem
   */
  static List<TestCase> of(
      String student, GradedProblem problem, ProblemGrade grade, Catalogue texts) {
    List<TestCase> cases = new ArrayList<>();
    if (grade.state() == GradeState.EXCUSED) {
      return cases;
    }
    GradeReport report = grade.report();
    String className = Printable.line(student) + "." + Printable.line(problem.id());
    Step last = report == null ? Step.COMPILES : end(report);
    TestCase.Outcome outcome = outcome(grade);
    String type = report == null ? grade.state().name() : report.verdict().name();
    String message = AnswerText.message(grade, texts);
    Map<Step, Double> seconds = seconds(report);
    for (Step step : Step.values()) {
      boolean ends = step == last;
      boolean after = step.compareTo(last) > 0;
      TestCase.Outcome own =
          after ? TestCase.Outcome.SKIPPED : ends ? outcome : TestCase.Outcome.PASSED;
      boolean told = ends || (after && outcome == TestCase.Outcome.SKIPPED);
      cases.add(
          new TestCase(
              className,
              step.title(),
              seconds.getOrDefault(step, 0.0),
              own,
              type,
              told || after ? message : "",
              ends ? AnswerText.cut(AnswerText.whole(grade, texts), MAX_TEXT) : "",
              ends ? file(report, texts) : null));
    }
    return cases;
  }

  private static TestCase.Outcome outcome(ProblemGrade grade) {
    GradeReport report = grade.report();
    if (report == null) {
      return grade.state() == GradeState.PENDING
          ? TestCase.Outcome.SKIPPED
          : grade.state() == GradeState.GRADED ? TestCase.Outcome.PASSED : TestCase.Outcome.FAILED;
    }
    return switch (report.verdict()) {
      case PASSED -> TestCase.Outcome.PASSED;
      case GRADER_ERROR -> TestCase.Outcome.ERROR;
      case FAILED,
          DIVERGED,
          TIME_LIMIT,
          MEMORY_LIMIT,
          OUTPUT_LIMIT,
          CRASHED,
          CONTRACT_VIOLATION,
          BUILD_ERROR,
          COMPILE_ERROR,
          NO_ANSWER ->
          TestCase.Outcome.FAILED;
    };
  }

  /** The step at which a grading ended. */
  private static Step end(GradeReport report) {
    return switch (report.verdict()) {
      case PASSED, FAILED -> Step.PASSES;
      case NO_ANSWER, COMPILE_ERROR -> Step.COMPILES;
      case BUILD_ERROR -> Step.BUILDS;
      case CONTRACT_VIOLATION -> Step.CONTRACT;
      case DIVERGED -> Step.TRAINS;
      case TIME_LIMIT, MEMORY_LIMIT, OUTPUT_LIMIT, CRASHED, GRADER_ERROR ->
          reached(report.stages());
    };
  }

  private static Step reached(ModelStages stages) {
    if (stages.model() == null) {
      return Step.BUILDS;
    } else if (stages.training() == null) {
      return Step.TRAINS;
    }
    return stages.reload() == null ? Step.RELOADS : Step.PASSES;
  }

  /** The times of the steps; what belongs to none is the last one's, so that the sum is right. */
  private static Map<Step, Double> seconds(@Nullable GradeReport report) {
    Map<Step, Double> seconds = new EnumMap<>(Step.class);
    if (report != null) {
      report
          .circumstances()
          .timings()
          .forEach((stage, time) -> seconds.merge(step(stage), time, Double::sum));
    }
    return seconds;
  }

  private static Step step(String timing) {
    for (Step step : Step.values()) {
      if (step.timing.equals(timing)) {
        return step;
      }
    }
    return Step.PASSES;
  }

  private static @Nullable String file(@Nullable GradeReport report, Catalogue texts) {
    if (report == null || report.verdict() != Verdict.COMPILE_ERROR) {
      return null;
    }
    return Place.in(report.judgement().reasons(), texts).stream()
        .map(place -> Printable.line(place.file()))
        .findFirst()
        .orElse(null);
  }
}
