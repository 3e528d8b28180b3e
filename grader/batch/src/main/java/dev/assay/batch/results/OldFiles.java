package dev.assay.batch.results;

import java.nio.file.Files;
import java.nio.file.Path;

/** Names for what a file was before it was replaced. */
public final class OldFiles {
  private OldFiles() {}

  /** The first free name of {@code name.1.json}, {@code name.2.json} and so on. */
  public static Path free(Path folder, String name, String extension) {
    for (int number = 1; ; number++) {
      Path file = folder.resolve(name + "." + number + extension);
      if (!Files.exists(file)) {
        return file;
      }
    }
  }
}
