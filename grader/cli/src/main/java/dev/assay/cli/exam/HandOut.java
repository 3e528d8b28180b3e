package dev.assay.cli.exam;

import dev.assay.cli.problems.StarterFile;
import dev.assay.problems.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The sheet and the starter of a problem, as they are handed out.
 *
 * @param sheet the file of the exam sheet
 * @param answer the file to begin the answer with
 */
record HandOut(Path sheet, Path answer) {
  /** The folder of a problem's answer in an exam's folder. */
  static Path folder(Path exam, String problem) {
    return exam.resolve(problem);
  }

  /** Writes both into the problem's folder. */
  static HandOut write(Path exam, Problem problem, Locale language) throws IOException {
    Path folder = Files.createDirectories(folder(exam, problem.id()));
    Path sheet = folder.resolve("sheet.md");
    Files.writeString(sheet, problem.statement(language));
    StarterFile starter = new StarterFile(problem);
    Path answer = folder.resolve(starter.name());
    starter.write(answer, language);
    return new HandOut(sheet, answer);
  }
}
