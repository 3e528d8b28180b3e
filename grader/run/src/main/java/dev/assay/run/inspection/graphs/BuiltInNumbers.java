package dev.assay.run.inspection.graphs;

import dev.assay.keras.graphs.NodeInputs;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * The size of the numbers that a model brings along and that no training gave it, after deflate.
 *
 * <p>They are all that a table of answers could be hidden in: the values of constants, scalars
 * among them; numbers, shapes and texts in the attributes of other operations; which of several
 * constants an operation takes, where it takes many; the shapes of weights, and what their
 * initializers begin with; the numbers of the compilation and of the plan. Deflate makes little of
 * zeros, ones, identities and whatever repeats itself, such as the members of an ensemble. What
 * random initializers draw and what layers measure on the training set is not built in.
 */
final class BuiltInNumbers {
  /** Names, types and random seeds, which no operation of a prediction can read. */
  private static final Set<String> NO_NUMBERS = Set.of("shared_name", "seed", "seed2");

  /** Inputs of an operation from which on their order is counted as well. */
  private static final int MANY_INPUTS = 4;

  /** A number in JSON that stands by itself. */
  private static final Pattern NUMBER = Pattern.compile("(?<=[:\\[,])-?\\d[-+.\\dE]*");

  private final Map<String, Integer> places = new HashMap<>();
  private final ByteArrayOutputStream numbers = new ByteArrayOutputStream();

  private BuiltInNumbers() {}

  /** How many bytes they have, compressed; at least 0. */
  static long bytes(GraphDef graph, BuiltModel model) {
    BuiltInNumbers found = new BuiltInNumbers();
    graph.getNodeList().forEach(found::add);
    found.add(model.manifest());
    model.trained().forEach(member -> found.addText(Json.write(member.compilation())));
    found.addText(Json.write(model.fit()));
    return deflated(found.numbers.toByteArray());
  }

  private void add(NodeDef node) {
    int place = places.size();
    places.putIfAbsent(node.getName(), place);
    if (node.getOp().equals("Const")) {
      write(node.getAttrOrDefault("value", Defaults.NONE).getTensor().toByteArray());
      return;
    }
    if (node.getInputCount() > MANY_INPUTS) {
      node.getInputList().stream()
          .map(input -> places.getOrDefault(NodeInputs.node(input), place))
          .forEach(input -> write(place - input));
    }
    new TreeMap<>(node.getAttrMap())
        .forEach(
            (name, value) -> {
              if (!NO_NUMBERS.contains(name)) {
                add(value);
              }
            });
  }

  private void add(AttrValue value) {
    switch (value.getValueCase()) {
      case I -> write(value.getI());
      case F -> write(Float.floatToIntBits(value.getF()));
      case S -> write(value.getS().toByteArray());
      case SHAPE -> add(value.getShape());
      case LIST -> write(value.getList().toBuilder().clearType().build().toByteArray());
      case TENSOR -> write(value.getTensor().toByteArray());
      case B, TYPE, FUNC, PLACEHOLDER, VALUE_NOT_SET -> {}
    }
  }

  private void add(TensorShapeProto shape) {
    shape.getDimList().forEach(dimension -> write(dimension.getSize()));
  }

  private void add(Manifest manifest) {
    for (WeightSpec weight : manifest.weights()) {
      weight.shape().forEach(this::write);
      addText(Json.write(weight.initializer()));
      addText(Json.write(weight.constraint() == null ? 0 : weight.constraint()));
    }
  }

  /** The numbers in a record that was written as JSON. */
  private void addText(String json) {
    Matcher number = NUMBER.matcher(json);
    while (number.find()) {
      byte[] digits = number.group().getBytes(StandardCharsets.US_ASCII);
      numbers.write(digits, 0, digits.length);
      numbers.write(' ');
    }
  }

  private void write(byte[] bytes) {
    numbers.write(bytes, 0, bytes.length);
  }

  /** As few bytes as it needs, the lowest first. */
  private void write(long value) {
    long rest = value;
    do {
      numbers.write((int) rest);
      rest >>= Byte.SIZE;
    } while (rest != 0 && rest != -1);
  }

  private static long deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] buffer = new byte[1 << 13];
      while (!deflater.finished()) {
        deflater.deflate(buffer);
      }
      return bytes.length == 0 ? 0 : deflater.getBytesWritten();
    } finally {
      deflater.end();
    }
  }
}
