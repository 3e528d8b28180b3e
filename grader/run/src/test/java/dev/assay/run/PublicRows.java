package dev.assay.run;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.files.DataException;
import dev.assay.problems.Problems;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What somebody who has read the public data can write into an answer: float32 as Base64. */
final class PublicRows {
  private static final int PIXELS = 784;
  private static final int TABLE_ROWS = 1_400;

  private PublicRows() {}

  /**
   * By the names that stand for them in hostile answers. Of the digits a table holds the hidden and
   * the validation images of one split, and as many others as an answer may bring along.
   *
   * @param seed the split's
   */
  static Map<String, String> of(DataStore store, long seed) throws DataException {
    List<Float> rows = new ArrayList<>();
    List<Float> kinds = new ArrayList<>();
    for (Examples part : parts(store, "iris", seed)) {
      for (int i = 0; i < part.features().size(); i++) {
        rows.add(part.features().getFloat(i));
      }
      labels(part, kinds);
    }
    List<Float> keys = new ArrayList<>();
    List<Float> digits = new ArrayList<>();
    int[] projection = new Random(1).ints(PIXELS, 0, 81).map(i -> i - 40).toArray();
    for (Examples part : parts(store, "mnist", seed)) {
      keys(part, projection, keys);
      labels(part, digits);
    }
    keys.subList(TABLE_ROWS, keys.size()).clear();
    digits.subList(TABLE_ROWS, digits.size()).clear();
    return Map.of(
        "IRIS-ROWS", base64(rows),
        "IRIS-KINDS", base64(kinds),
        "DIGIT-KEYS", base64(keys),
        "DIGITS", base64(digits));
  }

  private static List<Examples> parts(DataStore store, String problem, long seed)
      throws DataException {
    Dataset data = store.load(Problems.load().catalogue().entry(problem, "embedded"), seed);
    return List.of(data.hidden(), data.validation(), data.train());
  }

  private static void labels(Examples part, List<Float> labels) {
    for (int row = 0; row < part.size(); row++) {
      labels.add((float) part.labels().getInt(row));
    }
  }

  private static void keys(Examples part, int[] projection, List<Float> keys) {
    for (int row = 0; row < part.size(); row++) {
      long key = 0;
      for (int i = 0; i < PIXELS; i++) {
        key += (long) projection[i] * part.features().getInt(row * PIXELS + i);
      }
      keys.add((float) key);
    }
  }

  private static String base64(List<Float> values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.size()).order(ByteOrder.LITTLE_ENDIAN);
    values.forEach(bytes::putFloat);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
