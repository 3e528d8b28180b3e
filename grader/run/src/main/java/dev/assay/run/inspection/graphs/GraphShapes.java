package dev.assay.run.inspection.graphs;

import java.util.List;
import java.util.stream.Collectors;
import org.tensorflow.proto.TensorShapeProto;

/** Shapes as a graph writes them. */
final class GraphShapes {
  private static final int MAX_RANK = 254;
  private static final int SHOWN = 8;

  private GraphShapes() {}

  /** Whether no size is below -1, and those that are known give few enough values. */
  static boolean isSane(TensorShapeProto shape, long maxElements) {
    return shape.getDimList().stream().allMatch(dimension -> dimension.getSize() >= -1)
        && elements(shape, maxElements) <= maxElements;
  }

  /**
   * How many values a shape has, unknown sizes taken as 1; more than {@code max} where it is more,
   * or where there are more dimensions than TensorFlow has.
   */
  static long elements(TensorShapeProto shape, long max) {
    if (shape.getDimCount() > MAX_RANK) {
      return max + 1;
    }
    long elements = 1;
    boolean empty = false;
    for (TensorShapeProto.Dim dimension : shape.getDimList()) {
      long size = dimension.getSize();
      empty |= size == 0;
      if (size > max || (size > 0 && elements > max / size)) {
        return max + 1;
      }
      elements *= Math.max(1, size);
    }
    return empty ? 0 : elements;
  }

  /** Whether it is exactly this one. */
  static boolean isOf(TensorShapeProto shape, List<Integer> sizes) {
    return !shape.getUnknownRank()
        && shape.getDimList().stream()
            .map(TensorShapeProto.Dim::getSize)
            .toList()
            .equals(sizes.stream().map(Integer::longValue).toList());
  }

  static String show(TensorShapeProto shape) {
    return shape.getUnknownRank()
        ? "(...)"
        : shape.getDimList().stream()
            .limit(SHOWN)
            .map(dimension -> String.valueOf(dimension.getSize()))
            .collect(Collectors.joining(", ", "(", shape.getDimCount() > SHOWN ? ", ...)" : ")"));
  }
}
