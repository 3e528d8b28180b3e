package dev.assay.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Files of the repository that tests read. */
final class Repository {
  static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("assay.home")));
  static final Path ACTION = HOME.resolve(".github/actions/grade");

  private Repository() {}

  static List<Path> scriptsOfTheAction() throws IOException {
    try (Stream<Path> files = Files.list(ACTION)) {
      return files.filter(file -> file.toString().endsWith(".sh")).sorted().toList();
    }
  }
}
