package dev.assay.diagnosis.outline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/**
 * The operations that make a model's first output.
 *
 * @param path to it
 * @param output the operation's name
 */
public record OutputEnd(DataPath path, String output) {
  /** Returns the operation that makes the first output, behind identities. */
  public Optional<NodeDef> operation() {
    NodeDef node = path.node(output);
    while (node != null && node.getOp().equals("Identity") && !path.dataInputs(node).isEmpty()) {
      node = path.dataInputs(node).get(0);
    }
    return Optional.ofNullable(node);
  }

  /** The values that something can have. */
  public record Range(double low, double high) {}

  /** Returns the range of the output where a bounded activation makes it, and constants. */
  public Optional<Range> range() {
    Optional<NodeDef> activation = activation();
    if (activation.isEmpty()) {
      return Optional.empty();
    }
    boolean symmetric = Set.of("Tanh", "Softsign").contains(activation.get().getOp());
    boolean unit = Set.of("Sigmoid", "Softmax").contains(activation.get().getOp());
    if (!symmetric && !unit) {
      return Optional.empty();
    }
    double low = symmetric ? -1 : 0;
    double high = 1;
    NodeDef node = activation.get();
    while (!node.equals(operation().orElseThrow())) {
      List<NodeDef> users = path.dataUsers(node);
      if (users.size() != 1) {
        return Optional.empty();
      }
      node = users.get(0);
      Optional<Double> by = path.scalar(node, 1).or(() -> path.scalar(users.get(0), 0));
      if (by.isEmpty() && !path.isMove(node)) {
        return Optional.empty();
      }
      double constant = by.orElse(0.0);
      switch (node.getOp()) {
        case "Mul" -> {
          low *= constant;
          high *= constant;
        }
        case "Div", "RealDiv" -> {
          low /= constant;
          high /= constant;
        }
        case "Add", "AddV2" -> {
          low += constant;
          high += constant;
        }
        case "Sub" -> {
          low -= constant;
          high -= constant;
        }
        default -> {
          if (!path.isMove(node)) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(new Range(Math.min(low, high), Math.max(low, high)));
  }

  /** Returns the activation behind which only constants are added, or multiplied, or nothing. */
  public Optional<NodeDef> activation() {
    Optional<NodeDef> node = operation();
    for (int hops = 0; node.isPresent() && hops < 20; hops++) {
      if (path.isActivation(node.get())) {
        return node;
      }
      List<NodeDef> inputs = path.dataInputs(node.get());
      boolean plain =
          inputs.size() == 1
              && (path.isMove(node.get())
                  || path.constant(node.get(), 0).isPresent()
                  || path.constant(node.get(), 1).isPresent());
      if (!plain) {
        return Optional.empty();
      }
      node = Optional.of(inputs.get(0));
    }
    return Optional.empty();
  }
}
