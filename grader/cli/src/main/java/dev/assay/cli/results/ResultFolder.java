package dev.assay.cli.results;

import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.report.GradeReport;
import dev.assay.report.json.JsonReports;
import dev.assay.run.grading.GradingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The folder of one result.
 *
 * @param files of the grading
 * @param report its result
 */
record ResultFolder(GradingFiles files, GradeReport report) {
  private static final String RESULT = "result.json";

  /** Below a run's folder are the submissions' and their problems'. */
  private static final int DEPTH = 3;

  private static final int SHOWN = 5;

  /**
   * Finds a result.
   *
   * @param path the folder of the result, the result.json in it, or a folder above it with no other
   * @throws CommandLine.ParameterException when there is none, or several
   */
  static ResultFolder find(CommandLine command, Path path) throws IOException {
    Path folder = path.endsWith(RESULT) ? path.toAbsolutePath().getParent() : path;
    List<Path> found = folder != null && Files.isDirectory(folder) ? below(folder) : List.of();
    if (found.isEmpty()) {
      throw new WrongCommand(
          command, Sentence.of(FaultCode.EXPORT_NO_RESULT, "folder", ShownPaths.shown(path)));
    }
    if (found.size() > 1) {
      List<String> names = found.stream().limit(SHOWN).map(ShownPaths::shown).toList();
      throw new WrongCommand(
          command,
          Sentence.of(
              FaultCode.EXPORT_SEVERAL_RESULTS,
              "folder",
              ShownPaths.shown(path),
              "results",
              names));
    }
    GradingFiles files = new GradingFiles(found.get(0).toAbsolutePath().normalize());
    return new ResultFolder(files, JsonReports.read(files.result()));
  }

  private static List<Path> below(Path folder) throws IOException {
    if (Files.isRegularFile(folder.resolve(RESULT))) {
      return List.of(folder);
    }
    try (Stream<Path> walk = Files.walk(folder, DEPTH)) {
      return walk.filter(file -> file.endsWith(RESULT) && Files.isRegularFile(file))
          .map(file -> file.resolveSibling(""))
          .sorted()
          .toList();
    }
  }

  /** The submission and the problem, for people. */
  String title() {
    return report.submission().id() + " / " + report.problem();
  }
}
