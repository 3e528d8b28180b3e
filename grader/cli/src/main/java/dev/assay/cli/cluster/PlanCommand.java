package dev.assay.cli.cluster;

import dev.assay.batch.Assignments;
import dev.assay.batch.BatchFolder;
import dev.assay.batch.BatchFolderException;
import dev.assay.batch.HandedIn;
import dev.assay.batch.HiddenPart;
import dev.assay.batch.RequiredData;
import dev.assay.batch.Selection;
import dev.assay.batch.plan.Manifest;
import dev.assay.batch.plan.PlanFolder;
import dev.assay.batch.plan.PlannedAnswer;
import dev.assay.batch.plan.PlannedOptions;
import dev.assay.batch.plan.Planner;
import dev.assay.batch.plan.RepeatedRun;
import dev.assay.batch.results.ClassFiles;
import dev.assay.cli.data.DataOptions;
import dev.assay.cli.grade.ClassOptions;
import dev.assay.cli.grade.HiddenOptions;
import dev.assay.cli.grade.OutFolder;
import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.repeat.RepeatOptions;
import dev.assay.cli.shards.PlannedBatch;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.Sha256;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import dev.assay.report.gradebook.policy.AttemptRule;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.processes.Installation;
import dev.assay.run.submissions.SubmissionException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay plan}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Plans the grading of a class by several machines, and grades nothing.",
      "Copies the answers into --out and deals them into shards for `assay grade --shard`.",
    })
public final class PlanCommand implements Callable<Integer> {
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
  private HiddenOptions hidden;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ClassOptions classOptions;

  @Parameters(
      paramLabel = "CLASS",
      arity = "1..*",
      description = "A folder or zip of submissions, as for `assay grade`.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--shards",
      paramLabel = "N",
      required = true,
      description =
          "The number of parts that are graded by themselves; with Slurm, the tasks of the array job. About 100 answers in each are a good size.")
  private int shards;

  @Option(
      names = "--lease",
      paramLabel = "SECONDS",
      defaultValue = "" + Manifest.Sharding.DEFAULT_LEASE,
      description =
          "How long other graders wait for a sign of life of one that was killed before they take over what it was grading. On NFS not less than 90. Default: ${DEFAULT-VALUE}.")
  private int lease;

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
      names = "--repeats",
      paramLabel = "K",
      description =
          "Plan the grading of each answer with K seeds, the first of which is --seed. `assay collect` then also shows median, range and how many pass.")
  private @Nullable Integer repeats;

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
      paramLabel = "RUN",
      required = true,
      description = "The folder for the plan and the results, which all graders can write to.")
  private Path out = Path.of("");

  PlanCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  @SuppressWarnings("try") // the claim is held, not used
  public Integer call() throws IOException, DataException {
    Installation installation = Installation.current();
    requirePositive("--shards", shards);
    requirePositive("--lease", lease);
    if (repeats != null) {
      RepeatOptions.checkCount(spec.commandLine(), "--repeats", repeats);
    }
    ProblemChoice choice = new ProblemChoice(spec.commandLine(), problems);
    ClassSettings settings = classOptions.settings(out);
    Assignments assignments =
        classOptions.assignments(
            choice.assignments(dataOptions.store(installation), hidden.variant(data)), settings);
    List<Problem> chosen = choice.choose(assignments, hidden.problems(ids));
    Selection selection = new Selection(assignments, chosen, !ids.isEmpty());
    HiddenPart part = hidden.open(selection, streams.texts());
    classOptions.check();
    HandedIn handedIn = handedIn(settings);
    List<RequiredData.Missing> missing =
        new RequiredData(selection).missing(handedIn.submissions());
    if (!missing.isEmpty()) {
      throw choice.lacking(missing);
    }
    BatchFolder folder = OutFolder.of(spec.commandLine(), out, installation.reports());
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    Work work = new Work(selection, part, handedIn, installation.cache(), screen);
    try (Closeable claim = claim(folder)) {
      if (repeats == null) {
        screen.lines(said(folder, plan(folder, seed, work), 1));
      } else {
        RepeatedRun all = RepeatedRun.of(folder, seed, repeats);
        Manifest last = null;
        for (long each : all.seeds()) {
          BatchFolder own = BatchFolder.at(all.run(each));
          try (Closeable mark = claim(own)) {
            last = plan(own, each, work);
          }
        }
        all.write();
        screen.lines(said(folder, Objects.requireNonNull(last), repeats));
      }
    }
    return 0;
  }

  /** The submissions that are planned, with their data and the place of the plan. */
  private record Work(
      Selection selection, HiddenPart hidden, HandedIn handedIn, Path cache, Screen screen) {}

  private Manifest plan(BatchFolder folder, long seed, Work work)
      throws IOException, DataException {
    Screen screen = work.screen();
    classOptions.keep(folder, streams.texts(), screen.room(), screen::lines);
    PlannedOptions options =
        new PlannedOptions(
            work.selection().assignments().data(),
            work.selection().named(),
            seed,
            fast,
            audit,
            hidden.isFresh(),
            settings(folder));
    return new Planner(work.selection(), work.hidden(), options, work.cache())
        .plan(folder, work.handedIn(), new Manifest.Sharding(shards, lease));
  }

  private void requirePositive(String option, int value) {
    if (value < 1) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.ARGUMENT_WRONG,
          "argument",
          option,
          "rule",
          "COUNT",
          "value",
          String.valueOf(value));
    }
  }

  private Closeable claim(BatchFolder folder) throws IOException {
    try {
      return folder.lock();
    } catch (BatchFolderException e) {
      throw OutFolder.unwritable(spec.commandLine(), folder.path(), e);
    }
  }

  private HandedIn handedIn(ClassSettings settings) throws IOException {
    try {
      ZoneId zone = settings.deadlines().zone();
      return HandedIn.find(
          paths,
          settings.attempts() == AttemptRule.BEST,
          zone == null ? ZoneId.systemDefault() : zone);
    } catch (SubmissionException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  private static @Nullable String settings(BatchFolder folder) throws IOException {
    Path file = new ClassFiles(folder.path()).settingsFile();
    return Files.exists(file) ? Sha256.of(Files.readAllBytes(file)) : null;
  }

  private List<String> said(BatchFolder folder, Manifest manifest, int times) {
    double[] seconds = new double[shards];
    for (PlannedAnswer answer : manifest.answers()) {
      seconds[answer.shard()] += times * answer.seconds();
    }
    long longest = Math.round(Math.ceil(max(seconds) / 60));
    Path run = folder.path().toAbsolutePath();
    PlannedBatch planned = new PlannedBatch(new PlanFolder(folder), manifest);
    return List.of(
        streams
            .texts()
            .say(
                TerminalCode.PLAN_WRITTEN,
                "count",
                manifest.answers().size(),
                "times",
                times,
                "shards",
                shards,
                "minutes",
                longest),
        streams.texts().say(TerminalCode.PLAN_NEXT),
        "  " + planned.command(run, 0),
        "  assay collect " + ShownPaths.quoted(run));
  }

  private static double max(double[] seconds) {
    double max = 0;
    for (double each : seconds) {
      max = Math.max(max, each);
    }
    return max;
  }
}
