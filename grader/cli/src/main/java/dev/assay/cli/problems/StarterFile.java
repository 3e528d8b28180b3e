package dev.assay.cli.problems;

import dev.assay.problems.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The file that an answer to a problem begins with. */
public record StarterFile(Problem problem) {
  /** The file's name: FashionMnistAnswer.java for fashion-mnist. */
  public String name() {
    return Arrays.stream(problem.id().split("-"))
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining("", "", "Answer.java"));
  }

  /**
   * Writes it.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file exists; it is left as it is
   */
  public void write(Path file, Locale language) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    String content = problem.starter(language).replace("package %PACKAGE%;\n\n", "");
    Files.writeString(file, content, StandardOpenOption.CREATE_NEW);
  }
}
