package dev.assay.keras;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the tables that the scripts in src/test/python write. */
final class Resources {
  private Resources() {}

  static Stream<String[]> rows(String file) {
    try (InputStream bytes = Objects.requireNonNull(Resources.class.getResourceAsStream(file))) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split("\t", -1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static double[] numbers(String cell) {
    return Arrays.stream(cell.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
