package dev.assay.run.inspection.graphs;

import com.google.protobuf.ByteString;
import dev.assay.findings.FindingCode;
import dev.assay.protocol.StoredModel;
import java.util.EnumSet;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Devices and attributes of operations.
 *
 * <p>An attribute is data that TensorFlow interprets: functions would run what no list of
 * operations shows, and names with an underscore steer its inner workings.
 */
final class Attributes {
  /** Paddings, equations and names of weights are shorter. */
  private static final int MAX_TEXT = 512;

  /** Axes, strides and sizes are fewer. */
  private static final int MAX_LIST = 1024;

  /** 1 GiB of float32. */
  private static final long MAX_ELEMENTS = 1L << 28;

  private static final Set<DataType> TYPES =
      EnumSet.of(
          DataType.DT_FLOAT,
          DataType.DT_DOUBLE,
          DataType.DT_HALF,
          DataType.DT_BFLOAT16,
          DataType.DT_INT8,
          DataType.DT_INT16,
          DataType.DT_INT32,
          DataType.DT_INT64,
          DataType.DT_UINT8,
          DataType.DT_UINT16,
          DataType.DT_UINT32,
          DataType.DT_UINT64,
          DataType.DT_BOOL);

  /** Places where operations keep or run something; empty in what TensorFlow Java writes. */
  private static final Set<String> PLACES = Set.of("container", "allowed_devices");

  private static final Set<String> SEEDS = Set.of("seed", "seed2");

  /** Of inputs or outputs. */
  private static final Set<String> COUNTS = Set.of("N", "num", "num_split");

  private final Violations violations;

  Attributes(Violations violations) {
    this.violations = violations;
  }

  void check(NodeDef node) {
    if (!node.getDevice().isEmpty()) {
      violations.add(
          FindingCode.DEVICE,
          "operation",
          Violations.show(node.getName()),
          "device",
          Violations.show(node.getDevice()));
    }
    node.getAttrMap().forEach((name, value) -> check(node, name, value));
  }

  private void check(NodeDef node, String name, AttrValue value) {
    if (name.startsWith("_")) {
      refuse(node, name, "INTERNAL", 0, 0);
    }
    if (PLACES.contains(name) && !(value.getS().isEmpty() && value.getList().getSCount() == 0)) {
      refuse(node, name, "PLACE", 0, 0);
    }
    switch (value.getValueCase()) {
      case FUNC, PLACEHOLDER -> refuse(node, name, "FUNCTION", 0, 0);
      case TYPE -> checkType(node, name, value.getType());
      case SHAPE -> checkShape(node, name, value.getShape());
      case S -> checkText(node, name, value.getS());
      case LIST -> checkList(node, name, value.getList());
      case TENSOR -> checkTensor(node, name);
      case I -> checkNumber(node, name, value.getI());
      case F, B, VALUE_NOT_SET -> {}
    }
  }

  /** Kernels take them for ints without a look, and make as many outputs as they say. */
  private void checkNumber(NodeDef node, String name, long number) {
    if (!SEEDS.contains(name)
        && (number != (int) number
            || (COUNTS.contains(name) && number > StoredModel.MAX_OPERATIONS))) {
      refuse(node, name, "NUMBER", number, 0);
    }
  }

  private void checkTensor(NodeDef node, String name) {
    if (!node.getOp().equals("Const") || !name.equals("value")) {
      refuse(node, name, "TENSOR", 0, 0);
    }
  }

  private void checkList(NodeDef node, String name, AttrValue.ListValue list) {
    list.getTypeList().forEach(type -> checkType(node, name, type));
    list.getShapeList().forEach(shape -> checkShape(node, name, shape));
    list.getSList().forEach(text -> checkText(node, name, text));
    list.getIList().forEach(number -> checkNumber(node, name, number));
    if (list.getFuncCount() > 0) {
      refuse(node, name, "FUNCTION", 0, 0);
    }
    if (list.getTensorCount() > 0) {
      refuse(node, name, "TENSOR", 0, 0);
    }
    int size =
        list.getTypeCount()
            + list.getShapeCount()
            + list.getSCount()
            + list.getICount()
            + list.getFCount()
            + list.getBCount();
    if (size > MAX_LIST) {
      refuse(node, name, "VALUES", size, MAX_LIST);
    }
  }

  private void checkText(NodeDef node, String name, ByteString text) {
    if (text.size() > MAX_TEXT) {
      refuse(node, name, "CHARACTERS", text.size(), MAX_TEXT);
    }
  }

  private void checkType(NodeDef node, String name, DataType type) {
    if (!TYPES.contains(type)) {
      violations.add(
          FindingCode.TYPE_NOT_ALLOWED,
          "operation",
          Violations.show(node.getName()),
          "type",
          type,
          "attribute",
          Violations.show(name));
    }
  }

  private void checkShape(NodeDef node, String name, TensorShapeProto shape) {
    if (!GraphShapes.isSane(shape, MAX_ELEMENTS)) {
      violations.add(
          FindingCode.SHAPE_NOT_ALLOWED,
          "operation",
          Violations.show(node.getName()),
          "shape",
          GraphShapes.show(shape),
          "attribute",
          Violations.show(name),
          "limit",
          MAX_ELEMENTS);
    }
  }

  private void refuse(NodeDef node, String name, String reason, long value, long limit) {
    violations.add(
        FindingCode.ATTRIBUTE_NOT_ALLOWED,
        "attribute",
        Violations.show(name),
        "operation",
        Violations.show(node.getName()),
        "reason",
        reason,
        "value",
        value,
        "limit",
        limit);
  }
}
