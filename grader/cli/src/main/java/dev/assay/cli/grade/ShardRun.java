package dev.assay.cli.grade;

import dev.assay.batch.Batch;
import dev.assay.batch.BatchOutcome;
import dev.assay.batch.BatchPlan;
import dev.assay.batch.HiddenPart;
import dev.assay.batch.Selection;
import dev.assay.batch.plan.PlannedAnswer;
import dev.assay.batch.shards.SharedRun;
import dev.assay.cli.data.DataOptions;
import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.shards.PlannedBatch;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.TermSignal;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problems;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.run.grading.DiskFullException;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.HandIn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/**
 * Grades answers of a plan, beside other graders.
 *
 * @param planned the plan
 * @param answers those to grade; those that have their results are kept
 * @param again the ids of those that are graded even so
 * @param jobs how many are graded at a time
 */
public record ShardRun(
    PlannedBatch planned, List<PlannedAnswer> answers, Set<String> again, int jobs) {
  /** The shell's exit code for SIGTERM. */
  static final int TERMINATED = 143;

  /**
   * The options of a command that grades a plan.
   *
   * @param data where data is
   * @param hidden the key of a sealed set
   * @param isolation of candidates' code
   * @param output what is printed
   */
  public record Options(
      DataOptions data, HiddenOptions hidden, IsolationOptions isolation, OutputOptions output) {}

  /**
   * Grades what has no result yet. At SIGTERM no other answer begins, and those that are being
   * graded end.
   *
   * @param command for messages
   * @return the exit code
   * @throws DataException if data cannot be read
   */
  public int run(CommandLine command, Options options, Streams streams)
      throws IOException, InterruptedException, DataException {
    Installation installation = Installation.current();
    planned.checkVersions(command);
    Selection selection =
        planned.selection(
            new ProblemChoice(command, Problems.load()), options.data().store(installation));
    HiddenPart part =
        options
            .hidden()
            .planned(selection, planned.manifest().options().freshHidden(), streams.texts());
    planned.checkData(command, selection, part, installation.cache(), answers);
    planned.checkSources(answers);
    Workers workers = options.isolation().workers(installation);
    BatchPlan plan =
        new BatchPlan(
                selection, part, planned.manifest().options().grading(), jobs, true, again, false)
            .onThisMachine();
    return run(plan, workers, options.output(), streams);
  }

  @SuppressWarnings("try") // the hook is held, not used
  private int run(BatchPlan plan, Workers workers, OutputOptions output, Streams streams)
      throws IOException, InterruptedException {
    BatchView view = output.viewWithoutPages(streams, planned.folder().run().path(), jobs);
    SharedRun shared = SharedRun.join(planned.folder(), planned.manifest().lease());
    try (Batch batch = Batch.open(workers, plan, planned.folder().run(), shared, view);
        Shutdown ignored =
            Shutdown.install(batch::interrupt, () -> view.interrupted(batch.finished()))) {
      TermSignal.handle(batch::stop);
      return run(batch, output, streams, view);
    }
  }

  private int run(Batch batch, OutputOptions output, Streams streams, BatchView view)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<HandIn> handIns = answers.stream().map(planned.folder()::handIn).toList();
    try {
      List<GradeReport> reports = batch.share(handIns);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      int code =
          output.report(new BatchOutcome(reports, Entries.of(List.of()), elapsed), streams, view);
      if (batch.notBegun() > 0) {
        view.lines(
            List.of(streams.texts().say(TerminalCode.SHARD_STOPPED, "count", batch.notBegun())));
        return TERMINATED;
      }
      return code;
    } catch (DiskFullException e) {
      view.ended(e.sentence().text(streams.texts()), batch.finished());
      return Failures.GRADER_ERROR;
    }
  }
}
