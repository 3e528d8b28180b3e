package dev.assay.cli.exam;

import dev.assay.batch.Batch;
import dev.assay.batch.BatchFolder;
import dev.assay.batch.BatchPlan;
import dev.assay.batch.HandedIn;
import dev.assay.batch.scoring.HiddenExamples;
import dev.assay.cli.grade.IsolationOptions;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.datasets.files.DataException;
import dev.assay.exam.results.HiddenSplit;
import dev.assay.exam.sitting.Attempt;
import dev.assay.exam.sitting.Exam;
import dev.assay.exam.sitting.Outcome;
import dev.assay.exam.sitting.Sitting;
import dev.assay.findings.SentenceException;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.exam.PartScore;
import dev.assay.run.grading.DiskFullException;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.rescoring.HiddenRows;
import dev.assay.run.submissions.SubmissionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Grades an attempt as {@code assay grade} grades an answer: a batch of one submission for each
 * repeat, with a seed that only the exam knows.
 *
 * @param exam whose attempt it is
 * @param sitting the exam's state
 * @param data finds what it is graded on
 * @param isolation of the candidate's code
 * @param screen for progress
 */
record AttemptGrading(
    Exam exam, Sitting sitting, ExamData.Finder data, IsolationOptions isolation, Screen screen) {
  /**
   * What a grading came to.
   *
   * @param outcome null where the grader failed
   * @param last the result of the last repeat
   */
  record Result(@Nullable Outcome outcome, GradeReport last) {}

  /**
   * Grades it.
   *
   * @throws DiskFullException when results have no room; the attempt waits for the next command
   * @throws InterruptedException when the grading is interrupted; the attempt waits too
   */
  Result grade(Attempt attempt) throws IOException, InterruptedException {
    ExamData of = find(attempt);
    List<Outcome.Grading> gradings = new ArrayList<>();
    double[] losses = {};
    GradeReport report = null;
    for (int repeat = 1; repeat <= sitting.blueprint().rules().repeats(); repeat++) {
      report = graded(attempt, of, repeat);
      if (report.verdict() == Verdict.GRADER_ERROR) {
        return new Result(null, report);
      }
      Scored scored = scored(attempt, of, repeat, report);
      losses = repeat == 1 ? scored.losses() : losses;
      gradings.add(scored.grading());
    }
    GradeReport last = Objects.requireNonNull(report);
    String variant = last.dataset() == null ? null : last.dataset().variant();
    List<Double> shown = Arrays.stream(losses).boxed().toList();
    return new Result(new Outcome(gradings, shown, variant), last);
  }

  private ExamData find(Attempt attempt) throws IOException {
    try {
      return data.of(
          sitting.blueprint(),
          attempt.problem(),
          sitting.draw().variant(attempt.problem()),
          Path.of(sitting.draw().base()));
    } catch (DataException e) {
      throw new SentenceException(SentenceException.of(e), e);
    }
  }

  private long seed(int repeat) {
    return exam.secret("grading " + repeat);
  }

  private BatchFolder folder(int repeat) throws IOException {
    return BatchFolder.at(Files.createDirectories(exam.files().results(repeat)));
  }

  @SuppressWarnings("try") // the hook is held, not used
  private GradeReport graded(Attempt attempt, ExamData of, int repeat)
      throws IOException, InterruptedException {
    Installation installation = Installation.current();
    GradeOptions options = GradeOptions.withSeed(seed(repeat));
    BatchPlan plan = new BatchPlan(of.selection(), of.part(), options, 1, true).onThisMachine();
    ExamProgress progress = new ExamProgress(screen, data.texts(), attempt);
    HandedIn handedIn;
    try {
      handedIn = HandedIn.find(List.of(exam.files().sources(attempt)));
    } catch (SubmissionException e) {
      throw new SentenceException(e.sentence(), e);
    }
    Workers workers = isolation.workers(installation);
    try (Batch batch = Batch.open(workers, plan, folder(repeat), progress);
        Shutdown ignored = Shutdown.install(batch::interrupt, screen::close)) {
      return batch.run(handedIn).reports().get(0);
    }
  }

  /** A grading with the losses of the examples that attempts are scored on. */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  private record Scored(Outcome.Grading grading, double[] losses) {}

  private Scored scored(Attempt attempt, ExamData of, int repeat, GradeReport report)
      throws IOException {
    List<String> findings =
        report.judgement().findings().stream().map(f -> f.code().name()).distinct().toList();
    long seed = seed(repeat);
    if (!report.verdict().scored()) {
      return new Scored(
          new Outcome.Grading(seed, report.verdict(), null, null, findings, report.seconds()),
          new double[0]);
    }
    HiddenRows rows =
        new HiddenExamples(data.exams().problems(), data.store(), folder(repeat), of.sealed())
            .of(report, of.assignment());
    HiddenSplit split =
        HiddenSplit.of(
            rows.size(),
            sitting.blueprint().data().publicPercent(),
            exam.secret("split " + attempt.problem()));
    PartScore kept = part(rows, split.kept());
    double[] all = rows.losses();
    Verdict verdict = kept != null && kept.passed() ? Verdict.PASSED : Verdict.FAILED;
    return new Scored(
        new Outcome.Grading(
            seed, verdict, part(rows, split.shown()), kept, findings, report.seconds()),
        Arrays.stream(split.shown()).mapToDouble(row -> all[row]).toArray());
  }

  private static @Nullable PartScore part(HiddenRows rows, int[] numbers) {
    Optional<HiddenRows.Part> part = rows.part(numbers);
    return part.map(p -> PartScore.of(p.scores(), p.judgement(), numbers.length)).orElse(null);
  }
}
