package dev.assay.keras.models.flops;

import static dev.assay.keras.models.flops.Flops.plus;
import static dev.assay.keras.models.flops.Flops.times;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operation;
import org.tensorflow.OperationAttributeInspector;
import org.tensorflow.Output;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.IntDataBuffer;

/** The floating-point operations of one operation, by the convention of {@link Flops}. */
final class OperationFlops {
  /** Operations that pass a tensor on unchanged, or whose result is known before anything runs. */
  private static final Set<String> FREE =
      Set.of(
          ("Bitcast Const EnsureShape ExpandDims Identity IdentityN NoOp Placeholder"
                  + " PlaceholderWithDefault PreventGradient Rank ReadVariableOp Reshape Shape"
                  + " ShapeN Size Snapshot Squeeze StopGradient VarHandleOp VarIsInitializedOp"
                  + " VariableShape")
              .split(" ", -1));

  /** Operations that only move values, or create them from a shape or a number. */
  private static final Set<String> MOVES =
      Set.of(
          ("BatchToSpaceND BroadcastArgs BroadcastTo Cast ConcatOffset ConcatV2 DepthToSpace Fill"
                  + " GatherNd GatherV2 InvertPermutation LinSpace MatrixBandPart MatrixDiagPartV3"
                  + " MatrixDiagV3 MirrorPad OneHot OnesLike Pack Pad PadV2 Range"
                  + " ResizeNearestNeighbor ResourceGather ReverseSequence ReverseV2 Roll Slice"
                  + " SpaceToBatchND SpaceToDepth Split SplitV StridedSlice Tile Transpose Unpack"
                  + " ZerosLike")
              .split(" ", -1));

  private final GraphOperation operation;
  private final OperationAttributeInspector attributes;

  private OperationFlops(GraphOperation operation) {
    this.operation = operation;
    attributes = operation.attributes();
  }

  /**
   * Counts.
   *
   * @throws IllegalArgumentException where a shape that it depends on is not known
   */
  static long of(GraphOperation operation) {
    return FREE.contains(operation.type()) || MOVES.contains(operation.type())
        ? 0
        : new OperationFlops(operation).count();
  }

  /**
   * Counts the values that an operation writes without computing them; a small part of a large
   * tensor costs only that part.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  static long moved(GraphOperation operation) {
    return MOVES.contains(operation.type()) ? new OperationFlops(operation).written() : 0;
  }

  private long written() {
    return isNoCast()
        ? 0
        : IntStream.range(0, operation.numOutputs())
            .mapToLong(i -> product(sizes(operation.output(i))))
            .reduce(0, Flops::plus);
  }

  /** A cast to the type that a tensor already has hands it on. */
  private boolean isNoCast() {
    return operation.type().equals("Cast")
        && operation.input(0).type().equals(operation.output(0).type());
  }

  private long count() {
    return switch (operation.type()) {
      case "MatMul" -> matrices("transpose_a");
      case "BatchMatMul", "BatchMatMulV2", "BatchMatMulV3" -> matrices("adj_x");
      case "Einsum" -> einsum();
      case "Conv2D", "Conv3D" -> times(2, times(output(), weightsPerValue()));
      case "Conv2DBackpropInput", "Conv3DBackpropInputV2" ->
          times(2, times(product(input(2)), weightsPerValue()));
      case "DepthwiseConv2dNative" -> times(2, times(output(), product(input(1).subList(0, 2))));
      case "AvgPool", "AvgPool3D", "MaxPool", "MaxPool3D" ->
          times(output(), product(LongStream.of(attributes.getAttrIntList("ksize")).boxed()));
      case "MaxPoolV2" -> times(output(), window());
      case "LRN" ->
          times(output(), plus(times(2, Math.max(0, attributes.getAttrInt("depth_radius"))), 1));
      case "Softmax", "LogSoftmax" -> times(5, output());
      case "Rsqrt", "SquaredDifference" -> times(2, output());
      case "AddN" -> times(operation.numInputs() - 1L, output());
      default -> largest();
    };
  }

  /** A sum over the first matrix's columns, or rows where it is transposed, for each value. */
  private long matrices(String transposed) {
    List<Long> first = input(0);
    int axis = first.size() - (attributes.getAttrBool(transposed) ? 2 : 1);
    return times(2, times(output(), first.get(axis)));
  }

  /**
   * Counts an einsum: each letter is a loop, in which values of two tensors are multiplied and
   * added.
   */
  private long einsum() {
    String[] terms =
        attributes.getAttrString("equation").replace(" ", "").split("->", 2)[0].split(",", -1);
    Map<Integer, Long> loops = new HashMap<>();
    for (int i = 0; i < terms.length; i++) {
      List<Integer> axes = axes(terms[i], input(i).size());
      for (int axis = 0; axis < axes.size(); axis++) {
        loops.merge(axes.get(axis), input(i).get(axis), Math::max);
      }
    }
    return times(terms.length, product(loops.values().stream()));
  }

  /** The letters of a tensor's axes; those of its dots are numbered from the last one, -1. */
  private static List<Integer> axes(String term, int rank) {
    List<Integer> axes = new ArrayList<>();
    int letters = term.replace("...", "").length();
    int dots = term.indexOf("...");
    for (int i = 0; i < letters; i++) {
      if (i == dots) {
        IntStream.range(letters - rank, 0).forEach(axes::add);
      }
      axes.add((int) term.replace("...", "").charAt(i));
    }
    if (dots == letters) {
      IntStream.range(letters - rank, 0).forEach(axes::add);
    }
    return axes;
  }

  /** The size of a filter but for its last axis. */
  private long weightsPerValue() {
    List<Long> filter = input(1);
    return product(filter.subList(0, filter.size() - 1));
  }

  /**
   * Returns the size of a pooling window given as an input; if it is not constant, all values may
   * be in the window.
   */
  private long window() {
    Operation size = operation.input(1).op();
    if (!(size instanceof GraphOperation constant) || !constant.type().equals("Const")) {
      return product(input(0));
    }
    try (Tensor value = constant.attributes().getAttrTensor("value")) {
      IntDataBuffer sizes = value.asRawTensor().data().asInts();
      return product(LongStream.range(0, sizes.size()).mapToObj(i -> (long) sizes.getInt(i)));
    }
  }

  private long largest() {
    return LongStream.concat(
            IntStream.range(0, operation.numInputs()).mapToLong(i -> product(input(i))),
            IntStream.range(0, operation.numOutputs())
                .mapToLong(i -> product(sizes(operation.output(i)))))
        .max()
        .orElse(0);
  }

  private long output() {
    return product(sizes(operation.output(0)));
  }

  private List<Long> input(int number) {
    return sizes(operation.input(number));
  }

  private List<Long> sizes(Output<?> tensor) {
    Shape shape = tensor.shape();
    if (shape.hasUnknownDimension()) {
      throw new IllegalArgumentException(
          "The model's operations cannot be counted: %s (%s) works on a tensor of shape %s, which depends on the features' values. Use tensors of a fixed shape; a mask of zeros and ones selects values without changing the shape."
              .formatted(operation.name(), operation.type(), shape));
    }
    return shape.toListOrNull();
  }

  private static long product(Collection<Long> sizes) {
    return product(sizes.stream());
  }

  /** A size below 0, which a forged attribute may have, ends the operation when it is run. */
  private static long product(Stream<Long> sizes) {
    return sizes.map(size -> Math.max(0, size)).reduce(1L, Flops::times);
  }
}
