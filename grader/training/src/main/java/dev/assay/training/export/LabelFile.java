package dev.assay.training.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes' names, a line each in the order of their numbers: what TensorFlow's examples read.
 */
public final class LabelFile {
  public static final String NAME = "labels.txt";

  private LabelFile() {}

  /**
   * Writes {@code labels.txt}.
   *
   * @param folder made where it is missing
   * @throws IllegalArgumentException where a name has more than one line
   */
  public static void write(Path folder, List<String> labels) throws IOException {
    for (String label : labels) {
      if (label.lines().count() != 1) {
        throw new IllegalArgumentException(
            "labels must be one line each. Received: \"%s\"".formatted(label));
      }
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(NAME), String.join("\n", labels) + "\n");
  }
}
