package dev.assay.cli.shards;

import dev.assay.batch.Assignments;
import dev.assay.batch.BatchFolder;
import dev.assay.batch.HiddenPart;
import dev.assay.batch.Selection;
import dev.assay.batch.plan.Manifest;
import dev.assay.batch.plan.PlanFolder;
import dev.assay.batch.plan.PlannedAnswer;
import dev.assay.batch.plan.PlannedProblem;
import dev.assay.batch.plan.Planner;
import dev.assay.batch.plan.RepeatedRun;
import dev.assay.batch.plan.Versions;
import dev.assay.batch.results.ClassFiles;
import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.TerminalCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * A plan as it is found in a run's folder.
 *
 * @param folder of the plan
 * @param manifest the plan
 */
public record PlannedBatch(PlanFolder folder, Manifest manifest) {
  /**
   * Reads the plan of a run.
   *
   * @param command for messages
   * @throws IOException if it cannot be read
   */
  public static PlannedBatch of(CommandLine command, Path run) throws IOException {
    PlanFolder folder =
        BatchFolder.existing(run)
            .map(existing -> new PlanFolder(new BatchFolder(existing.path().toAbsolutePath())))
            .filter(PlanFolder::exists)
            .orElseThrow(
                () ->
                    WrongCommand.of(
                        command, TerminalCode.NO_PLAN, "folder", ShownPaths.shown(run)));
    return new PlannedBatch(folder, folder.manifest());
  }

  /**
   * Reads the plans of a run: one, or that of each seed where everything is graded several times.
   *
   * @param command for messages
   * @throws IOException if one cannot be read
   */
  public static List<PlannedBatch> all(CommandLine command, Path run) throws IOException {
    Optional<RepeatedRun> repeated = RepeatedRun.in(run);
    if (repeated.isEmpty()) {
      return List.of(of(command, run));
    }
    List<PlannedBatch> all = new ArrayList<>();
    for (long seed : repeated.get().seeds()) {
      all.add(of(command, repeated.get().run(seed)));
    }
    return all;
  }

  /** Refuses a plan that other versions made: their results could differ. */
  public void checkVersions(CommandLine command) {
    Versions ours = Versions.current();
    Versions planned = manifest.versions();
    if (!planned.equals(ours)) {
      throw WrongCommand.of(
          command,
          TerminalCode.PLAN_OTHER_VERSIONS,
          "assay",
          planned.assay(),
          "tensorflow",
          planned.tensorflow(),
          "java",
          planned.java(),
          "ourAssay",
          ours.assay(),
          "ourTensorflow",
          ours.tensorflow(),
          "ourJava",
          ours.java());
    }
  }

  /**
   * The problems of the plan with their data on this machine.
   *
   * @throws IOException if the class's settings cannot be read
   */
  public Selection selection(ProblemChoice choice, DataStore store) throws IOException {
    Assignments assignments =
        choice
            .assignments(store, manifest.options().data())
            .with(new ClassFiles(folder.run().path()).settings());
    List<String> ids = manifest.problems().stream().map(PlannedProblem::id).toList();
    return new Selection(assignments, choice.choose(assignments, ids), manifest.options().named());
  }

  /** Refuses to grade answers with other rules or data than the plan's. */
  public void checkData(
      CommandLine command,
      Selection selection,
      HiddenPart hidden,
      Path cache,
      List<PlannedAnswer> answers)
      throws IOException, DataException {
    List<String> differing =
        new Planner(selection, hidden, manifest.options(), cache)
            .differing(folder.run(), manifest, answers);
    if (!differing.isEmpty()) {
      throw WrongCommand.of(command, TerminalCode.PLAN_OTHER_DATA, "problems", differing);
    }
  }

  /** Reads all sources once: a damaged folder is told before anything is graded. */
  public void checkSources(List<PlannedAnswer> answers) throws IOException {
    for (PlannedAnswer answer : answers) {
      folder.read(answer);
    }
  }

  /** The command that grades what is missing of a shard. */
  public String command(int shard) {
    return command(folder.run().path(), shard);
  }

  /**
   * The command that grades what is missing of a shard.
   *
   * @param run this plan's folder, or that of all seeds
   */
  public String command(Path run, int shard) {
    return "assay grade --shard %s/%s --out %s"
        .formatted(shard, manifest.shards(), ShownPaths.quoted(run));
  }
}
