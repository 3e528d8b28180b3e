package dev.assay.keras;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads tables that the scripts in src/test/python write and that lie beside the class of a test.
 */
public final class Resources {
  private Resources() {}

  public static Stream<String[]> rows(Class<?> test, String file) {
    try (InputStream bytes = Objects.requireNonNull(test.getResourceAsStream(file))) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split("\t", -1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static double[] numbers(String cell) {
    return Arrays.stream(cell.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
