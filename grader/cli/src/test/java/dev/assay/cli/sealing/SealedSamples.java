package dev.assay.cli.sealing;

import java.util.Locale;

/** Irises that grow in no garden: 20 rows like Fisher's, none of them his. */
public final class SealedSamples {
  public static final String IRIS = iris();

  private SealedSamples() {}

  private static String iris() {
    StringBuilder rows =
        new StringBuilder("sepal_length,sepal_width,petal_length,petal_width,species\n");
    for (int i = 0; i < 20; i++) {
      double shift = i / 100.0;
      switch (i % 3) {
        case 0 -> add(rows, "%.3f,%.3f,%.3f,%.3f,setosa%n", 5.011 + shift, 3.411, 1.411, 0.211);
        case 1 -> add(rows, "%.3f,%.3f,%.3f,%.3f,versicolor%n", 5.911, 2.711, 4.111 + shift, 1.311);
        default -> add(rows, "%.3f,%.3f,%.3f,%.3f,virginica%n", 6.611, 3.011, 5.611, 2.111 + shift);
      }
    }
    return rows.toString();
  }

  private static void add(StringBuilder rows, String row, Object... values) {
    rows.append(String.format(Locale.ROOT, row, values).replace("\r", ""));
  }
}
