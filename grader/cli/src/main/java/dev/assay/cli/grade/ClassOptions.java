package dev.assay.cli.grade;

import dev.assay.batch.Assignments;
import dev.assay.batch.BatchFolder;
import dev.assay.batch.results.ClassFiles;
import dev.assay.batch.results.RunReading;
import dev.assay.cli.gradebook.GradesText;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.Catalogue;
import dev.assay.findings.SentenceException;
import dev.assay.report.gradebook.building.ClassGrades;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.report.gradebook.policy.SettingsReader;
import dev.assay.report.gradebook.roster.RosterReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for who is in a class and how its results become grades. */
public final class ClassOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description =
          "A CSV file with the students of the class: id, login, sis_id or email, and name, section. Copied into the run's folder.")
  private @Nullable Path roster;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "A JSON file with weights, pass mark, due date and the like (reports/class.schema.json). Copied into the run's folder.")
  private @Nullable Path settings;

  /** Checks the roster before anything is graded. */
  public void check() {
    try {
      if (roster != null) {
        RosterReader.read(roster);
      }
    } catch (SentenceException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  /** Returns the settings, or those that an earlier run left in the folder, if one is named. */
  public ClassSettings settings(@Nullable Path folder) {
    try {
      if (settings != null) {
        return SettingsReader.read(settings);
      }
      return folder == null ? ClassSettings.USUAL : new ClassFiles(folder).settings();
    } catch (SentenceException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  /** Puts the thresholds and bands of settings in the place of the problems' own. */
  public Assignments assignments(Assignments own, ClassSettings set) {
    try {
      return own.with(set);
    } catch (SentenceException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  /** Copies the files into the run's folder, and says which rows of the roster are left out. */
  public void keep(BatchFolder folder, Catalogue texts, int room, Consumer<List<String>> lines)
      throws IOException {
    ClassFiles files = new ClassFiles(folder.path());
    if (settings != null) {
      files.keepSettings(settings);
    }
    if (roster != null) {
      files.keepRoster(roster);
    }
    lines.accept(new GradesText(texts, room).notes(files.roster().notes()));
  }

  /** Writes and shows the gradebook, where there is a class. */
  public static void show(
      RunReading reading, Catalogue texts, int room, Consumer<List<String>> lines)
      throws IOException {
    if (new ClassFiles(reading.folder()).isClass()) {
      ClassGrades grades = reading.keep();
      List<String> shown = new ArrayList<>(List.of(""));
      shown.addAll(new GradesText(texts, room).lines(grades));
      lines.accept(shown);
    }
  }
}
