package dev.assay.run.inspection.graphs;

import dev.assay.findings.FindingCode;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * What a graph's constants hold.
 *
 * <p>These bounds keep what is read and loaded small. How much may be built in is the problem's
 * limit, on {@link BuiltInNumbers}.
 */
final class Constants {
  static final long MAX_BYTES = 64 << 10;
  static final long MAX_TOTAL = 512 << 10;

  /** For the lengths, types and names in the encoding of a tensor. */
  private static final long ENCODING = 1 << 10;

  private final Violations violations;
  private long total;

  Constants(Violations violations) {
    this.violations = violations;
  }

  void check(NodeDef node) {
    if (!node.getOp().equals("Const")) {
      return;
    }
    TensorProto tensor = node.getAttrOrDefault("value", Defaults.NONE).getTensor();
    checkType(node, tensor.getDtype());
    TensorShapeProto shape = tensor.getTensorShape();
    long bytes = GraphShapes.elements(shape, MAX_BYTES) * bytes(tensor.getDtype());
    if (shape.getUnknownRank()
        || shape.getDimList().stream().anyMatch(dimension -> dimension.getSize() < 0)) {
      violations.add(
          FindingCode.CONSTANT_SHAPE,
          "constant",
          Violations.show(node.getName()),
          "shape",
          GraphShapes.show(shape));
    } else if (bytes > MAX_BYTES || tensor.getSerializedSize() > MAX_BYTES + ENCODING) {
      violations.add(
          FindingCode.CONSTANT_TOO_LARGE,
          "constant",
          Violations.show(node.getName()),
          "shape",
          GraphShapes.show(shape),
          "limit",
          MAX_BYTES);
    }
    total += Math.max(Math.min(bytes, MAX_BYTES), tensor.getSerializedSize());
  }

  /** The type of the values is beside that of the operation, which is among those allowed. */
  private void checkType(NodeDef node, DataType type) {
    if (type != node.getAttrOrDefault("dtype", Defaults.NONE).getType()) {
      violations.add(
          FindingCode.CONSTANT_TYPE, "constant", Violations.show(node.getName()), "type", type);
    }
  }

  void checkTotal() {
    if (total > MAX_TOTAL) {
      violations.add(FindingCode.CONSTANTS_TOO_LARGE, "bytes", total, "limit", MAX_TOTAL);
    }
  }

  private static long bytes(DataType type) {
    return switch (type) {
      case DT_BOOL, DT_INT8, DT_UINT8 -> 1;
      case DT_HALF, DT_BFLOAT16, DT_INT16, DT_UINT16 -> 2;
      case DT_FLOAT, DT_INT32, DT_UINT32 -> 4;
      default -> 8;
    };
  }
}
