package dev.assay.diagnosis;

import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.ModelOutline;
import dev.assay.protocol.Job.Watched;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.NodeDef;

/** The values between layers that are worth looking at. */
public final class WatchList {
  /** The most tensors; those of a deep model's last layers are left out. */
  private static final int MOST = 48;

  /** A sigmoid or tanh so close to its end hardly changes with its input any more. */
  private static final double END = 0.99;

  private WatchList() {}

  /** What reaches the products with weights, and what activations make of it. */
  public static List<Watched> of(ModelOutline outline) {
    DataPath path = outline.serving();
    Map<String, Watched> watched = new LinkedHashMap<>();
    for (NodeDef node : path.weighted()) {
      path.dataInputs(node).forEach(input -> add(watched, free(input)));
      add(watched, free(node));
    }
    for (NodeDef node : path.operations()) {
      if (path.isActivation(node)) {
        watched.put(node.getName(), ends(node));
      }
    }
    List<Watched> all = new ArrayList<>(watched.values());
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private static void add(Map<String, Watched> watched, Watched value) {
    watched.putIfAbsent(value.tensor(), value);
  }

  private static Watched free(NodeDef node) {
    return new Watched(node.getName(), -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  private static Watched ends(NodeDef node) {
    return switch (node.getOp()) {
      case "Relu" -> new Watched(node.getName(), 0, Double.MAX_VALUE);
      case "Relu6" -> new Watched(node.getName(), 0, 6 * END);
      case "Sigmoid", "Softmax" -> new Watched(node.getName(), 1 - END, END);
      case "Tanh", "Softsign" -> new Watched(node.getName(), -END, END);
      default -> free(node);
    };
  }
}
