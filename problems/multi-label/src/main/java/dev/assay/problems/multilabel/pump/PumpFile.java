package dev.assay.problems.multilabel.pump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the table of the embedded readings. */
final class PumpFile {
  static final int ROWS = 2_400;
  static final String NAME = "pumps.csv";
  private static final long SEED = 1_851;

  private PumpFile() {}

  /**
   * Writes the file into the folder given as the only argument.
   *
   * @throws IOException if it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "arguments must be one folder. Received: " + arguments.length + " arguments");
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Files.writeString(folder.resolve(NAME), text());
  }

  private static String text() {
    StringBuilder text = new StringBuilder(PumpReadings.header()).append('\n');
    for (Reading reading : PumpReadings.draw(SEED, ROWS)) {
      text.append(reading.row()).append('\n');
    }
    return text.toString();
  }
}
