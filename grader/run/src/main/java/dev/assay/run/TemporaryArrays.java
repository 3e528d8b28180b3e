package dev.assay.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders of arrays for a machine whose cache cannot be written: they go with the grader. */
final class TemporaryArrays implements AutoCloseable {
  private @Nullable Path root;

  /** The folder of that name, which stays until this is closed or the process ends. */
  synchronized Path folder(String name) throws IOException {
    if (root == null) {
      root = Files.createTempDirectory("assay-arrays-").toRealPath();
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "temporary-arrays"));
    }
    return Files.createDirectories(root.resolve(name));
  }

  @Override
  public synchronized void close() {
    if (root == null) {
      return;
    }
    try (Stream<Path> walk = Files.walk(root)) {
      walk.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // What the user deleted meanwhile need not be deleted again.
    }
    root = null;
  }
}
