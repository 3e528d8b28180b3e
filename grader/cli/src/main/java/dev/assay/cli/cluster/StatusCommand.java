package dev.assay.cli.cluster;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.engines.Slurm;
import dev.assay.batch.plan.PlanFolder;
import dev.assay.batch.shards.Collected;
import dev.assay.batch.shards.RunProgress;
import dev.assay.cli.shards.PlannedBatch;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows how far a planned run has come: shards and their states, verdicts so far, time left.",
      "Exits with 0 if every submission has a result, otherwise with 1.",
    })
public final class StatusCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a planned run.")
  private Path run = Path.of("");

  StatusCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<PlannedBatch> plans = PlannedBatch.all(spec.commandLine(), run);
    Slurm slurm = new Slurm(new PlanFolder(new BatchFolder(run.toAbsolutePath())));
    Map<Integer, String> active = slurm.isUsed() ? slurm.active() : Map.of();
    List<RunProgress> parts = new ArrayList<>();
    for (PlannedBatch planned : plans) {
      Collected collected = Collected.of(planned.folder(), planned.manifest());
      parts.add(RunProgress.of(planned.manifest(), collected));
    }
    RunProgress progress = RunProgress.sum(parts);
    Catalogue texts = streams.texts();
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.say(TerminalCode.STATUS_RESULTS, "done", progress.done(), "total", progress.total()));
    for (Map.Entry<Verdict, Integer> entry : progress.verdicts().entrySet()) {
      lines.add(
          "  "
              + texts.say(
                  TerminalCode.PROGRESS_VERDICT,
                  "count",
                  entry.getValue(),
                  "verdict",
                  texts.say(TerminalCode.VERDICT_NAME, "verdict", entry.getKey())));
    }
    lines.add(
        texts.say(
            TerminalCode.STATUS_SHARDS,
            "finished",
            progress.finishedShards(),
            "total",
            plans.stream().mapToInt(planned -> planned.manifest().shards()).sum()));
    counts(active)
        .forEach(
            (state, count) ->
                lines.add(
                    "  " + texts.say(TerminalCode.STATUS_STATE, "count", count, "state", state)));
    long running = active.values().stream().filter("RUNNING"::equals).count();
    if (progress.done() > 0 && progress.done() < progress.total()) {
      long minutes = (long) Math.ceil(progress.secondsLeft() / 60 / Math.max(1, running));
      lines.add(
          texts.say(TerminalCode.STATUS_LEFT, "minutes", minutes, "graders", Math.max(1, running)));
    }
    lines.forEach(line -> streams.out().println(Screen.harmless(line)));
    return progress.done() == progress.total() ? 0 : 1;
  }

  private static Map<String, Integer> counts(Map<Integer, String> active) {
    Map<String, Integer> counts = new TreeMap<>();
    active.values().forEach(state -> counts.merge(state, 1, Integer::sum));
    return counts;
  }
}
