package dev.assay.cli.setup;

import dev.assay.run.processes.Installation;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a release says about itself in {@code lib/release.properties}.
 *
 * @param repository the Maven repository that its jars came from; null if it names none
 */
record ReleaseFile(@Nullable URI repository) {
  static ReleaseFile of(Installation installation) throws IOException {
    Path file = installation.home().resolve("lib/release.properties");
    if (!Files.exists(file)) {
      return new ReleaseFile(null);
    }
    Properties told = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      told.load(reader);
    }
    String repository = told.getProperty("repository", "");
    return new ReleaseFile(repository.isEmpty() ? null : URI.create(repository));
  }
}
