package dev.assay.cli.grade;

import dev.assay.batch.Assignments;
import dev.assay.batch.Batch;
import dev.assay.batch.BatchFolder;
import dev.assay.batch.BatchFolderException;
import dev.assay.batch.BatchOutcome;
import dev.assay.batch.BatchPlan;
import dev.assay.batch.HandedIn;
import dev.assay.batch.HiddenPart;
import dev.assay.batch.RequiredData;
import dev.assay.batch.Selection;
import dev.assay.batch.plan.PlannedAnswer;
import dev.assay.batch.results.RunReading;
import dev.assay.cli.data.DataOptions;
import dev.assay.cli.export.ExportOptions;
import dev.assay.cli.practice.HistoryOptions;
import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.repeat.RepeatOptions;
import dev.assay.cli.shards.PlannedBatch;
import dev.assay.cli.shards.ShardOptions;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.cli.watch.WatchOptions;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import dev.assay.report.gradebook.policy.AttemptRule;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.run.grading.DiskFullException;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.SubmissionException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay grade}. */
@Command(
    name = "grade",
    mixinStandardHelpOptions = true,
    description = {
      "Builds, trains, reloads and scores answers.",
      "Without a SUBMISSION, grades the reference answers in solutions/reference.",
    })
public final class GradeCommand implements Callable<Integer> {
  private final Streams streams;

  private final Problems problems = Problems.load();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private IsolationOptions isolation;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private HiddenOptions hidden;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ClassOptions classOptions;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ScopeOptions scope;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ShardOptions shard;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private OutputOptions output;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ExportOptions exports;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RepeatOptions repeat;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private HistoryOptions history;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WatchOptions watch;

  /** Shows the results of the last grading again. */
  private WatchOptions.LastResult again = () -> {};

  @Parameters(
      paramLabel = "SUBMISSION",
      description =
          "A Java file, a folder or zip of Java sources, or a folder or zip of such folders (a class).")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--problem",
      paramLabel = "ID",
      description =
          "Grade only this problem; may be repeated. Default: every problem with an answer.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      defaultValue = Assignments.AUTO,
      description =
          "The data variant: embedded, full, california, or auto (full if it has been downloaded, otherwise embedded). Default: ${DEFAULT-VALUE}.")
  private String data = Assignments.AUTO;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + GradeOptions.DEFAULT_SEED,
      description =
          "Seed for the split, the initial weights and the order of examples. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Number of answers to grade in parallel; the cores are divided among them. Default: ${DEFAULT-VALUE}.")
  private int jobs;

  @Option(
      names = "--fast",
      description =
          "Train in bfloat16 where the processor supports it. Results are then not bit-reproducible and are marked as such.")
  private boolean fast;

  @Option(
      names = "--audit",
      description =
          "Train each passing answer a second time with only one labelled example per class. An answer that still passes gets a note for the instructor.")
  private boolean audit;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the results. Default: a new folder in reports/.")
  private @Nullable Path out;

  GradeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    if (!watch.isAsked()) {
      return grade();
    }
    CheckCommand check =
        CheckCommand.before(
            spec,
            dataOptions,
            isolation,
            paths,
            hidden.problems(ids),
            hidden.variant(data),
            streams);
    return watch.run(paths, check, this::grade, () -> again.show(), streams);
  }

  @SuppressWarnings("try") // the hooks are held, not used
  private int grade() throws IOException, InterruptedException, DataException {
    if (shard.isAsked()) {
      return gradeShard();
    }
    Installation installation = Installation.current();
    ProblemChoice choice = new ProblemChoice(spec.commandLine(), problems);
    ClassSettings settings = classOptions.settings(out);
    Assignments assignments =
        classOptions.assignments(
            choice.assignments(dataOptions.store(installation), hidden.variant(data)), settings);
    List<Problem> chosen = choice.choose(assignments, hidden.problems(ids));
    checkJobs();
    scope.check(out != null);
    exports.check(spec.commandLine());
    Selection selection = new Selection(assignments, chosen, !ids.isEmpty());
    HiddenPart part = hidden.open(selection, streams.texts());
    classOptions.check();
    if (repeat.isAsked()) {
      HandedIn found = found(installation, settings);
      return repeat.grade(
          selection, found, seed, isolation.workers(installation), output.isJson(), streams);
    }
    BatchFolder folder = OutFolder.of(spec.commandLine(), out, installation.reports());
    HandedIn handedIn = scope.select(handedIn(installation, folder, settings), folder);
    List<RequiredData.Missing> missing =
        new RequiredData(selection).missing(handedIn.submissions());
    if (!missing.isEmpty()) {
      folder.removeIfEmpty();
      throw choice.lacking(missing);
    }
    RunReading reading = new RunReading(folder.path());
    BatchView view = output.view(streams, reading, jobs, handedIn.submissions().size() > 1);
    Workers workers = isolation.workers(installation);
    if (fast) {
      view.lines(List.of(streams.texts().say(TerminalCode.FAST_MODE)));
    }
    BatchPlan plan =
        new BatchPlan(
                selection,
                part,
                options(),
                jobs,
                scope.keepsResults(),
                scope.again(handedIn),
                scope.failFast())
            .onThisMachine();
    try (Batch batch = open(workers, plan, folder, view);
        Shutdown ignored =
            Shutdown.install(batch::interrupt, () -> view.interrupted(batch.finished()));
        WatchOptions.Listening unheard = watch.during(batch::interrupt)) {
      classOptions.keep(folder, streams.texts(), view.room(), view::lines);
      return run(batch, handedIn, selection, reading, view);
    }
  }

  private int gradeShard() throws IOException, InterruptedException, DataException {
    shard.check(out != null);
    checkJobs();
    int code = 0;
    for (PlannedBatch planned : PlannedBatch.all(spec.commandLine(), Objects.requireNonNull(out))) {
      List<PlannedAnswer> answers =
          planned.manifest().shard(shard.number(planned.manifest().shards()));
      int own =
          new ShardRun(planned, answers, Set.of(), jobs)
              .run(
                  spec.commandLine(),
                  new ShardRun.Options(dataOptions, hidden, isolation, output),
                  streams);
      if (own == ShardRun.TERMINATED) {
        return own;
      }
      code = Math.max(code, own);
    }
    return code;
  }

  private int run(
      Batch batch, HandedIn handedIn, Selection selection, RunReading reading, BatchView view)
      throws IOException, InterruptedException {
    try {
      BatchOutcome outcome = batch.run(handedIn);
      int code = output.report(outcome, streams, view);
      BatchFolder folder = new BatchFolder(reading.folder());
      again = () -> view.again(outcome.reports(), folder);
      if (HistoryOptions.areOwn(paths) && handedIn.submissions().size() == 1) {
        history.keep(view.graded(outcome.reports()), selection, folder, output.forPeople(streams));
      }
      view.notBegun(batch.notBegun());
      ClassOptions.show(reading, streams.texts(), view.room(), view::lines);
      boolean exported = exports.write(reading, output.forPeople(streams));
      return exported ? code : Failures.GRADER_ERROR;
    } catch (InterruptedException e) {
      if (!watch.hasChanged()) {
        throw e;
      }
      view.lines(List.of(streams.texts().say(TerminalCode.WATCH_CHANGED)));
      return Failures.SOME_FAILED;
    } catch (DiskFullException e) {
      view.ended(e.sentence().text(streams.texts()), batch.finished());
      return Failures.GRADER_ERROR;
    }
  }

  private GradeOptions options() {
    GradeOptions reproducible = GradeOptions.withSeed(seed).audit(audit);
    return fast ? reproducible.fast() : reproducible;
  }

  private void checkJobs() {
    if (jobs < 1) {
      throw wrong(
          TerminalCode.ARGUMENT_WRONG,
          "argument",
          "--jobs",
          "rule",
          "COUNT",
          "value",
          String.valueOf(jobs));
    }
  }

  private HandedIn handedIn(Installation installation, BatchFolder folder, ClassSettings settings)
      throws IOException {
    try {
      return found(installation, settings);
    } catch (WrongCommand e) {
      folder.removeIfEmpty();
      throw e;
    }
  }

  private HandedIn found(Installation installation, ClassSettings settings) throws IOException {
    try {
      ZoneId zone = settings.deadlines().zone();
      return HandedIn.find(
          paths.isEmpty() ? List.of(installation.referenceAnswers()) : paths,
          settings.attempts() == AttemptRule.BEST,
          zone == null ? ZoneId.systemDefault() : zone);
    } catch (SubmissionException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  private Batch open(Workers workers, BatchPlan plan, BatchFolder folder, BatchView view)
      throws IOException {
    try {
      return Batch.open(workers, plan, folder, view);
    } catch (BatchFolderException e) {
      throw OutFolder.unwritable(spec.commandLine(), folder.path(), e);
    }
  }

  private ParameterException wrong(TerminalCode code, Object... pairs) {
    return WrongCommand.of(spec.commandLine(), code, pairs);
  }
}
