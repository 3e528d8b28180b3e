package dev.assay.cli.gradebook;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.BatchFolderException;
import dev.assay.batch.results.ClassFiles;
import dev.assay.batch.results.RunGrades;
import dev.assay.batch.scoring.HiddenSet;
import dev.assay.batch.scoring.ScoringPlan;
import dev.assay.cli.data.DataOptions;
import dev.assay.cli.report.PagesOfRun;
import dev.assay.cli.sealing.KeyOptions;
import dev.assay.cli.terminal.RunArgument;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problems;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.report.gradebook.policy.SettingsReader;
import dev.assay.run.processes.Installation;
import dev.assay.run.sealed.SealedSet;
import dev.assay.run.sealed.Subject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay score}. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = {
      "Scores the predictions that a run kept again, without training, and shows what changes for whom.",
      "With other thresholds, bands and weights (--settings), or a corrected hidden set (--hidden). Earlier results stay as result.1.json and so on.",
    })
public final class ScoreCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunArgument run;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "The settings that apply from now on (reports/class.schema.json). Default: the run's own class.json, which you may have edited.")
  private @Nullable Path settings;

  @Option(
      names = "--hidden",
      paramLabel = "FILE",
      description =
          "A corrected hidden set, created by `assay seal`: the same examples in the same order with other labels. Its key is required.")
  private @Nullable Path hidden;

  @ArgGroup private @Nullable KeyOptions key;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; it is kept in scorings.jsonl.")
  @SuppressWarnings("NullAway.Init")
  private String reason;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who scores again. Default: the user of this computer.")
  private @Nullable String by;

  @Option(names = "--dry-run", description = "Show what would change, and write nothing.")
  private boolean dryRun;

  ScoreCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  @SuppressWarnings("try") // the claim is held, not used
  public Integer call() throws IOException, DataException {
    BatchFolder folder = run.folder();
    if (reason.isBlank()) {
      throw WrongCommand.of(spec.commandLine(), TerminalCode.SCORE_WITHOUT_REASON);
    }
    HiddenSet set = hidden == null ? null : open(hidden);
    try (Closeable claim = claim(folder)) {
      ScoringPlan plan = plan(folder, set);
      Terminal terminal = Terminal.of(false);
      GradesText text = new GradesText(streams.texts(), terminal.columns());
      Screen screen = new Screen(streams.out(), terminal);
      screen.lines(new ChangesText(streams.texts(), terminal.columns()).lines(plan));
      screen.lines(text.notes(plan.notes()));
      if (dryRun) {
        screen.lines(List.of(streams.texts().say(TerminalCode.SCORE_DRY_RUN)));
        return 0;
      }
      String named = hidden == null ? null : hidden.toString();
      plan.apply(folder, Person.named(by), reason, settings, named);
      screen.lines(List.of(""));
      screen.lines(text.lines(RunGrades.keep(folder.path())));
      screen.lines(PagesOfRun.write(folder.path(), streams.texts()).stream().toList());
    }
    return 0;
  }

  private ScoringPlan plan(BatchFolder folder, @Nullable HiddenSet set) throws IOException {
    try {
      ClassSettings used =
          settings == null
              ? new ClassFiles(folder.path()).settings()
              : SettingsReader.read(settings);
      return ScoringPlan.make(
          Problems.load(), dataOptions.store(Installation.current()), folder, used, set);
    } catch (SentenceException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  private HiddenSet open(Path file) throws DataException {
    if (key == null) {
      throw WrongCommand.of(
          spec.commandLine(), TerminalCode.HIDDEN_WITHOUT_KEY, "file", file.toString());
    }
    Subject subject = SealedSet.subject(file);
    return new HiddenSet(
        subject.problem(),
        subject.variant(),
        SealedSet.open(file, key.source().secret(spec.commandLine(), streams.texts(), false)));
  }

  private Closeable claim(BatchFolder folder) throws IOException {
    try {
      return folder.claim();
    } catch (BatchFolderException e) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.SCORE_RUN_IN_USE,
          "folder",
          ShownPaths.shown(folder.path()));
    }
  }
}
