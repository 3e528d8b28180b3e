package dev.assay.cli.cluster;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.BatchOutcome;
import dev.assay.batch.plan.PlannedAnswer;
import dev.assay.batch.plan.RepeatedRun;
import dev.assay.batch.results.RunReading;
import dev.assay.batch.shards.Collected;
import dev.assay.batch.shards.Difference;
import dev.assay.batch.shards.Processors;
import dev.assay.cli.data.DataOptions;
import dev.assay.cli.export.ExportOptions;
import dev.assay.cli.grade.BatchView;
import dev.assay.cli.grade.ClassOptions;
import dev.assay.cli.grade.HiddenOptions;
import dev.assay.cli.grade.IsolationOptions;
import dev.assay.cli.grade.OutputOptions;
import dev.assay.cli.grade.ShardRun;
import dev.assay.cli.repeat.RepeatTable;
import dev.assay.cli.shards.PlannedBatch;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.files.WholeFile;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import dev.assay.report.Processor;
import dev.assay.report.json.JsonReports;
import dev.assay.report.json.RepeatsJson;
import dev.assay.report.repeats.RepeatedAnswer;
import dev.assay.run.reporting.ThisProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay collect}. */
@Command(
    name = "collect",
    mixinStandardHelpOptions = true,
    description = {
      "Collects the results of a planned run: checks them against the plan, lists what is missing,",
      "and writes summary, gradebook, pages and exports as `assay grade` does.",
    })
public final class CollectCommand implements Callable<Integer> {
  /** More differences of one kind tell nothing new. */
  private static final int SHOWN = 10;

  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a planned run.")
  private Path run = Path.of("");

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private OutputOptions output;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ExportOptions exports;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private IsolationOptions isolation;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private HiddenOptions hidden;

  @Option(
      names = "--recheck-near-threshold",
      description =
          "If results come from different kinds of processors, first grade again, on this machine, those that one example or the last digits keep from the other side of the threshold.")
  private boolean recheck;

  CollectCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, DataException {
    exports.check(spec.commandLine());
    Optional<RepeatedRun> repeated = RepeatedRun.in(run);
    return repeated.isEmpty()
        ? collect(PlannedBatch.of(spec.commandLine(), run), output, streams)
        : collect(repeated.get());
  }

  /** Collects the run of each seed, then says what all come to together. */
  private int collect(RepeatedRun repeated)
      throws IOException, InterruptedException, DataException {
    Streams people = output.forPeople(streams);
    Map<Long, List<GradeReport>> runs = new LinkedHashMap<>();
    int code = 0;
    for (long seed : repeated.seeds()) {
      PlannedBatch planned = PlannedBatch.of(spec.commandLine(), repeated.run(seed));
      code = Math.max(code, collect(planned, output.part(), people));
      runs.put(seed, Collected.of(planned.folder(), planned.manifest()).reports());
    }
    List<RepeatedAnswer> answers = RepeatedAnswer.of(runs);
    String json = RepeatsJson.of(answers);
    WholeFile.write(repeated.together(), json.getBytes(StandardCharsets.UTF_8));
    if (output.isJson()) {
      streams.out().print(json);
      streams.out().flush();
    }
    Screen screen = new Screen(people.out(), Terminal.of(output.isJson()));
    screen.lines(List.of(""));
    RepeatTable.show(answers, streams.texts(), screen);
    return code;
  }

  private int collect(PlannedBatch planned, OutputOptions output, Streams streams)
      throws IOException, InterruptedException, DataException {
    long start = System.nanoTime();
    Collected collected = Collected.of(planned.folder(), planned.manifest());
    if (recheck
        && Processors.of(collected.reports()).size() > 1
        && isGradedAgain(planned, collected)) {
      collected = Collected.of(planned.folder(), planned.manifest());
    }
    BatchFolder folder = planned.folder().run();
    RunReading reading = RunReading.of(folder.path(), collected.results());
    BatchView view = output.view(streams, reading, 1, planned.manifest().answers().size() > 1);
    Catalogue texts = streams.texts();
    if (!collected.differences().isEmpty()) {
      refuse(planned, collected);
      return Failures.GRADER_ERROR;
    }
    JsonReports.write(planned.manifest().entries(), folder.entries());
    view.compare();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    BatchOutcome outcome =
        new BatchOutcome(collected.reports(), planned.manifest().entries(), elapsed);
    int code = output.report(outcome, streams, view);
    ClassOptions.show(reading, texts, view.room(), view::lines);
    boolean exported = exports.write(reading, output.forPeople(streams));
    tellProcessors(collected);
    if (!collected.missing().isEmpty()) {
      lack(planned, collected.missing());
      return Failures.GRADER_ERROR;
    }
    return exported ? code : Failures.GRADER_ERROR;
  }

  /** Grades what lies near its threshold again here, if that is another kind of processor. */
  private boolean isGradedAgain(PlannedBatch planned, Collected collected)
      throws IOException, InterruptedException, DataException {
    Set<String> ids = Processors.toRecheck(collected.reports(), ThisProcessor.current());
    List<PlannedAnswer> answers =
        planned.manifest().answers().stream().filter(answer -> ids.contains(answer.id())).toList();
    if (answers.isEmpty()) {
      return false;
    }
    complain(streams.texts().say(TerminalCode.COLLECT_RECHECK, "count", answers.size()));
    new ShardRun(planned, answers, ids, 1)
        .run(
            spec.commandLine(),
            new ShardRun.Options(dataOptions, hidden, isolation, output),
            output.forPeople(streams));
    return true;
  }

  /** Says which kinds of processors results come from, if there are several. */
  private void tellProcessors(Collected collected) {
    Map<Processor, Integer> kinds = Processors.of(collected.reports());
    if (kinds.size() > 1) {
      complain(streams.texts().say(TerminalCode.COLLECT_PROCESSORS, "count", kinds.size()));
      kinds.forEach(
          (kind, count) ->
              complain(
                  "  "
                      + streams
                          .texts()
                          .say(
                              TerminalCode.COLLECT_PROCESSOR,
                              "count",
                              count,
                              "model",
                              String.valueOf(kind.model()),
                              "instructions",
                              String.valueOf(kind.instructions()))));
    }
  }

  /** Says what is missing, with the commands that grade just that. */
  private void lack(PlannedBatch planned, List<PlannedAnswer> missing) {
    List<String> ids = missing.stream().map(PlannedAnswer::id).toList();
    complain(
        streams
            .texts()
            .say(
                TerminalCode.COLLECT_MISSING,
                "count",
                ids.size(),
                "names",
                ids.subList(0, Math.min(SHOWN, ids.size())),
                "any",
                ids.size() > SHOWN,
                "more",
                Math.max(0, ids.size() - SHOWN)));
    commands(planned, missing);
  }

  private void refuse(PlannedBatch planned, Collected collected) {
    complain(
        streams.texts().say(TerminalCode.COLLECT_REFUSED, "count", collected.differing().size()));
    List<Difference> all = collected.differences();
    for (Difference each : all.subList(0, Math.min(SHOWN, all.size()))) {
      complain(
          "  "
              + streams
                  .texts()
                  .say(
                      TerminalCode.COLLECT_DIFFERENCE,
                      "submission",
                      each.submission(),
                      "problem",
                      each.problem(),
                      "subject",
                      each.subject(),
                      "found",
                      each.found(),
                      "planned",
                      each.planned()));
    }
    complain(streams.texts().say(TerminalCode.COLLECT_AGAIN));
    commands(planned, collected.differing());
  }

  private void commands(PlannedBatch planned, List<PlannedAnswer> answers) {
    for (int shard : Collected.shards(answers)) {
      complain("  " + planned.command(shard));
    }
  }

  private void complain(String line) {
    streams.err().println(Screen.harmless(line));
  }
}
