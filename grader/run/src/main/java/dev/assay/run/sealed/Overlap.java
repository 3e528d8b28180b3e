package dev.assay.run.sealed;

import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts hidden examples that a model has seen. */
final class Overlap {
  private Overlap() {}

  /** The number of hidden examples with exactly the features of a training example. */
  static long count(Examples hidden, Examples train) {
    Set<ByteBuffer> known = new HashSet<>(rows(train.features()));
    return rows(hidden.features()).stream().filter(known::contains).count();
  }

  private static List<ByteBuffer> rows(NumericArray array) {
    ByteBuffer all = array.littleEndianBytes();
    int width = array.rowSize() * array.type().bytes();
    List<ByteBuffer> rows = new ArrayList<>();
    for (int row = 0; row < array.rows(); row++) {
      rows.add(all.slice(row * width, width));
    }
    return rows;
  }
}
