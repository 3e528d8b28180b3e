package dev.assay.exam.results;

import dev.assay.exam.sitting.Attempt;
import dev.assay.exam.sitting.Outcome;
import dev.assay.exam.sitting.ProblemStanding;
import dev.assay.exam.sitting.Sitting;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.report.Verdict;
import dev.assay.report.exam.ExamAttempt;
import dev.assay.report.exam.ExamProblem;
import dev.assay.report.exam.ExamResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the report of an exam from what its ledger tells. */
public final class ResultBuilder {
  private static final int MOST_CODES = 3;

  private final Sitting exam;
  private final Locale language;
  private final Map<String, Duration> spent = new HashMap<>();

  private ResultBuilder(Sitting exam, Locale language) {
    this.exam = exam;
    this.language = language;
    Duration before = Duration.ZERO;
    for (Attempt attempt : exam.attempts()) {
      spent.merge(attempt.problem(), attempt.elapsed().minus(before), Duration::plus);
      before = attempt.elapsed();
    }
  }

  /**
   * Builds it.
   *
   * @param language of the titles
   */
  public static ExamResult of(Sitting exam, Locale language) {
    return new ResultBuilder(exam, language).build();
  }

  private ExamResult build() {
    List<ExamProblem> problems = exam.standings().stream().map(this::problem).toList();
    return new ExamResult(
        exam.id(),
        exam.blueprint().id(),
        exam.blueprint().title().in(language),
        exam.started(),
        new ExamResult.Time(
            exam.blueprint().rules().minutes(),
            seconds(exam.clock().elapsed()),
            exam.ending() == null ? "OPEN" : exam.ending().name(),
            seconds(exam.clock().moved())),
        new ExamResult.Terms(
            exam.draw().seed(),
            exam.blueprint().rules().passMark(),
            exam.blueprint().rules().disclosure().name(),
            exam.blueprint().data().hidden().name(),
            exam.blueprint().data().publicPercent(),
            exam.blueprint().rules().rule().name(),
            exam.blueprint().rules().repeats()),
        problems,
        next(problems));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private ExamProblem problem(ProblemStanding standing) {
    Attempt best = standing.best();
    Outcome outcome = best == null ? null : best.outcome();
    return new ExamProblem(
        standing.problem(),
        standing.category().title().in(language),
        standing.category().weight(),
        standing.category().attempts(),
        best == null ? null : best.number(),
        standing.points(),
        ExamProblem.MAX_POINTS,
        standing.score(),
        outcome == null ? null : outcome.data(),
        seconds(spent.getOrDefault(standing.problem(), Duration.ZERO)),
        outcome == null ? List.of() : outcome.kept(standing.rule()).findings(),
        standing.attempts().stream().map(attempt -> attempt(standing, attempt)).toList());
  }

  private static ExamAttempt attempt(ProblemStanding standing, Attempt attempt) {
    Outcome outcome = attempt.outcome();
    boolean released =
        standing
            .release(attempt)
            .map(ProblemStanding.Release::step)
            .map(step -> step != null && step.improved())
            .orElse(false);
    return new ExamAttempt(
        attempt.number(),
        seconds(attempt.elapsed()),
        verdict(standing, attempt.state(), outcome),
        outcome == null ? null : outcome.shown(standing.rule()).shown(),
        released);
  }

  private static @Nullable Verdict verdict(
      ProblemStanding standing, Attempt.State state, @Nullable Outcome outcome) {
    return switch (state) {
      case PENDING -> null;
      case FAULTED -> Verdict.GRADER_ERROR;
      case GRADED -> outcome == null ? null : outcome.kept(standing.rule()).verdict();
    };
  }

  /** A sentence for each problem that lost points, the most points first; then what recurs. */
  private static List<Sentence> next(List<ExamProblem> problems) {
    List<Sentence> next = new ArrayList<>();
    problems.stream()
        .filter(problem -> problem.points() < problem.maxPoints())
        .sorted(Comparator.comparingDouble(p -> -p.weight() * (p.maxPoints() - p.points())))
        .map(ResultBuilder::practise)
        .forEach(next::add);
    Map<String, Long> problemsWith = new HashMap<>();
    problems.forEach(p -> p.findings().forEach(code -> problemsWith.merge(code, 1L, Long::sum)));
    Arrays.stream(FindingCode.values())
        .filter(code -> problemsWith.getOrDefault(code.name(), 0L) > 1)
        .map(
            code ->
                Sentence.of(
                    TerminalCode.EXAM_RECURS,
                    "code",
                    code.name(),
                    "problems",
                    problemsWith.getOrDefault(code.name(), 0L)))
        .forEach(next::add);
    return next;
  }

  private static Sentence practise(ExamProblem problem) {
    List<String> codes =
        problem.findings().stream().limit(MOST_CODES).map(code -> "assay explain " + code).toList();
    return Sentence.of(
        TerminalCode.EXAM_PRACTISE,
        "problem",
        problem.problem(),
        "lost",
        problem.maxPoints() - problem.points(),
        "most",
        problem.maxPoints(),
        "kind",
        problem.attempts().isEmpty() ? "NONE" : codes.isEmpty() ? "PLAIN" : "FINDINGS",
        "commands",
        codes);
  }
}
