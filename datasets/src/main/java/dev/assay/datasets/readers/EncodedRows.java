package dev.assay.datasets.readers;

import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the encoded rows of a table and makes arrays of them. */
final class EncodedRows {
  private final Target target;
  private final List<float[]> features = new ArrayList<>();
  private final List<float[]> labels = new ArrayList<>();

  EncodedRows(Target target) {
    this.target = target;
  }

  void add(float[] featureRow, float[] labelRow) {
    features.add(featureRow);
    labels.add(labelRow);
  }

  boolean isEmpty() {
    return features.isEmpty();
  }

  /** Returns all rows in the order in which they were added; there must be at least one. */
  Examples examples() {
    return new Examples(
        NumericArray.ofFloats(flat(features), features.size(), features.get(0).length),
        labelArray());
  }

  private NumericArray labelArray() {
    float[] flat = flat(labels);
    if (!target.isClassification()) {
      return NumericArray.ofFloats(flat, flat.length);
    }
    if (!target.multiLabel()) {
      int[] classes = new int[flat.length];
      Arrays.setAll(classes, i -> (int) flat[i]);
      return NumericArray.ofInts(classes, classes.length);
    }
    byte[] bytes = new byte[flat.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) flat[i];
    }
    return NumericArray.ofBytes(bytes, labels.size(), labels.get(0).length);
  }

  private static float[] flat(List<float[]> rows) {
    int width = rows.get(0).length;
    float[] flat = new float[Math.multiplyExact(rows.size(), width)];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, flat, i * width, width);
    }
    return flat;
  }
}
