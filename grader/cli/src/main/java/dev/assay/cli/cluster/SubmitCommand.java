package dev.assay.cli.cluster;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.engines.Kubernetes;
import dev.assay.batch.engines.ShardJob;
import dev.assay.batch.engines.Slurm;
import dev.assay.batch.engines.SlurmOptions;
import dev.assay.batch.plan.PlanFolder;
import dev.assay.batch.plan.PlannedAnswer;
import dev.assay.batch.shards.Collected;
import dev.assay.cli.shards.PlannedBatch;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.TerminalCode;
import dev.assay.findings.TextCode;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.processes.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay submit}. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    description = {
      "Has a cluster grade the shards of a planned run, and collect at the end.",
      "Submits only shards that lack results and are not waiting or running already.",
    })
public final class SubmitCommand implements Callable<Integer> {
  /** The engines that can run shards. */
  enum Engine {
    SLURM,
    KUBERNETES
  }

  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a planned run.")
  private Path run = Path.of("");

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "slurm",
      description =
          "slurm submits an array job; kubernetes writes an Indexed Job, and applies it if kubectl is there. Default: ${DEFAULT-VALUE}.")
  private Engine engine = Engine.SLURM;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "20",
      description = "The most shards that run at a time. Default: ${DEFAULT-VALUE}.")
  private int concurrency;

  @Option(
      names = "--partition",
      paramLabel = "NAME",
      description = "Slurm's partition. Default: that of the site.")
  private @Nullable String partition;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "The account that Slurm charges. Default: that of the user.")
  private @Nullable String account;

  @Option(
      names = "--time",
      paramLabel = "LIMIT",
      description =
          "Slurm's time limit for each shard, such as 02:00:00. Two minutes before it no other answer begins. Default: that of the partition.")
  private @Nullable String time;

  @Option(
      names = "--constraint",
      paramLabel = "FEATURE",
      description =
          "A feature that Slurm's nodes must have, such as a kind of processor. Default: any node.")
  private @Nullable String constraint;

  @Option(
      names = "--command",
      paramLabel = "COMMAND",
      description =
          "How nodes call Assay, as a shell reads it. Default: the launcher of this installation.")
  private @Nullable String command;

  @Option(
      names = "--require-isolation",
      paramLabel = "LEVEL",
      defaultValue = "none",
      description =
          "Refuse to run code if isolation is weaker than LEVEL (strict, partial or none); `assay doctor` shows which level this machine provides. Default: ${DEFAULT-VALUE}.")
  private Isolation.Level required = Isolation.Level.NONE;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private KubernetesArguments kubernetes;

  @Option(
      names = "--cancel",
      description = "Cancel the run's jobs that wait or run. Finished results stay.")
  private boolean cancel;

  @Option(names = "--dry-run", description = "Write the files for the cluster, and submit nothing.")
  private boolean dryRun;

  SubmitCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    List<PlannedBatch> plans = PlannedBatch.all(spec.commandLine(), run);
    PlanFolder folder = new PlanFolder(new BatchFolder(run.toAbsolutePath()));
    if (engine == Engine.KUBERNETES) {
      return kubernetes(folder, plans);
    }
    Slurm slurm = new Slurm(folder);
    if (cancel) {
      slurm.cancel();
      say(TerminalCode.SUBMIT_CANCELLED);
      return 0;
    }
    List<Integer> idle = slurm.idle(lacking(plans));
    if (idle.isEmpty()) {
      say(TerminalCode.SUBMIT_NOTHING);
      return 0;
    }
    SlurmOptions options = new SlurmOptions(partition, account, time, constraint, concurrency);
    if (dryRun) {
      Path script = slurm.write(job(folder, plans, idle), options);
      say(TerminalCode.SUBMIT_WRITTEN, "file", ShownPaths.shown(script));
      return 0;
    }
    String job = slurm.submit(job(folder, plans, idle), options);
    say(TerminalCode.SUBMIT_DONE, "count", idle.size(), "job", job);
    streams.out().println("  assay status " + ShownPaths.quoted(folder.run().path()));
    return 0;
  }

  private int kubernetes(PlanFolder folder, List<PlannedBatch> plans)
      throws IOException, InterruptedException {
    Set<Integer> lacking = lacking(plans);
    if (lacking.isEmpty()) {
      say(TerminalCode.SUBMIT_NOTHING);
      return 0;
    }
    Kubernetes written = new Kubernetes(folder);
    Path file = written.write(kubernetes.options(shards(plans), concurrency, required));
    boolean applied = !dryRun && (cancel ? written.delete() : written.apply());
    say(TerminalCode.KUBERNETES_WRITTEN, "file", ShownPaths.shown(file), "applied", applied);
    return 0;
  }

  /** The shards with an answer that has no result, or one that is not as planned. */
  private static Set<Integer> lacking(List<PlannedBatch> plans) throws IOException {
    List<PlannedAnswer> answers = new ArrayList<>();
    for (PlannedBatch planned : plans) {
      Collected collected = Collected.of(planned.folder(), planned.manifest());
      answers.addAll(collected.missing());
      answers.addAll(collected.differing());
    }
    return new TreeSet<>(Collected.shards(answers));
  }

  /** The number of shards, which all seeds have in common. */
  private static int shards(List<PlannedBatch> plans) {
    return plans.get(0).manifest().shards();
  }

  private ShardJob job(PlanFolder folder, List<PlannedBatch> plans, List<Integer> shards) {
    String launcher =
        command != null
            ? command
            : ShownPaths.quoted(Installation.current().home().resolve("assay").toAbsolutePath());
    return new ShardJob(
        launcher,
        folder.run().path(),
        shards(plans),
        shards,
        required == Isolation.Level.NONE ? null : required.name().toLowerCase(Locale.ROOT));
  }

  private void check() {
    if (concurrency < 1) {
      throw wrong("--concurrency", "COUNT", String.valueOf(concurrency));
    }
    String[] names = {"--partition", "--account", "--time", "--constraint"};
    String[] values = {partition, account, time, constraint};
    for (int i = 0; i < names.length; i++) {
      if (values[i] != null && !SlurmOptions.isPlain(values[i])) {
        throw wrong(names[i], "PLAIN", values[i]);
      }
    }
  }

  private WrongCommand wrong(String argument, String rule, String value) {
    return WrongCommand.of(
        spec.commandLine(),
        TerminalCode.ARGUMENT_WRONG,
        "argument",
        argument,
        "rule",
        rule,
        "value",
        value);
  }

  private void say(TextCode code, Object... pairs) {
    streams.out().println(Screen.harmless(streams.texts().say(code, pairs)));
  }
}
