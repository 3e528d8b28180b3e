package dev.assay.keras.ensembles;

import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Parts;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.proto.VersionDef;

/**
 * Puts the GraphDefs of models into one.
 *
 * <p>What was a model's placeholder for serving becomes an operation that passes on what the model
 * is served in the ensemble. A session can still feed it, as if it were a placeholder: so each
 * model is trained and evaluated by itself in the same GraphDef.
 */
final class Assembly {
  /** The scope of the ensemble's own operations. */
  static final String SCOPE = "serving";

  private static final String INPUT = SCOPE + "/input";

  private final GraphDef.Builder graph = GraphDef.newBuilder();
  private final List<String> outputs = new ArrayList<>();

  Assembly(VersionDef versions) {
    graph.setVersions(versions);
  }

  /** Adds a model that is served the ensemble's features; returns its manifest with new names. */
  Manifest addMember(String name, ModelGraph model) {
    Renaming renaming = new Renaming(name);
    Manifest member = renaming.manifest(model.manifest());
    for (NodeDef node : model.graphDef().getNodeList()) {
      if (node.getName().equals(model.manifest().serving().input())) {
        if (outputs.isEmpty()) {
          graph.addNode(node.toBuilder().setName(INPUT));
        }
        graph.addNode(identity(member.serving().input(), INPUT, node.getAttrOrThrow("dtype")));
      } else {
        graph.addNode(renaming.node(node));
      }
    }
    outputs.add(member.serving().output());
    return member;
  }

  /** Adds the model that is served the outputs of all members. */
  Manifest addCombiner(String name, ModelGraph model) {
    Renaming renaming = new Renaming(name);
    Manifest combiner = renaming.manifest(model.manifest());
    for (NodeDef node : model.graphDef().getNodeList()) {
      if (!node.getName().equals(model.manifest().serving().input())) {
        graph.addNode(renaming.node(node));
      }
    }
    addConcatenation(combiner.serving().input());
    return combiner;
  }

  private void addConcatenation(String name) {
    String axis = name + "/axis";
    graph.addNode(
        NodeDef.newBuilder()
            .setName(axis)
            .setOp("Const")
            .putAttr("dtype", type(DataType.DT_INT32))
            .putAttr(
                "value",
                AttrValue.newBuilder()
                    .setTensor(
                        TensorProto.newBuilder()
                            .setDtype(DataType.DT_INT32)
                            .setTensorShape(TensorShapeProto.getDefaultInstance())
                            .addIntVal(1))
                    .build()));
    graph.addNode(
        NodeDef.newBuilder()
            .setName(name)
            .setOp("ConcatV2")
            .addAllInput(outputs)
            .addInput(axis)
            .putAttr("N", AttrValue.newBuilder().setI(outputs.size()).build())
            .putAttr("T", type(DataType.DT_FLOAT))
            .putAttr("Tidx", type(DataType.DT_INT32)));
  }

  /** Adds the ensemble's output, and the names under which its weights are read. */
  GraphDef finish(Parts parts) {
    AttrValue floats = type(DataType.DT_FLOAT);
    String output = parts.all().get(parts.members().size()).serving().output();
    graph.addNode(identity(SCOPE + "/output", output, floats));
    for (Manifest part : parts.all()) {
      for (WeightSpec weight : part.weights()) {
        String read = SCOPE + "/read/" + weight.name();
        graph.addNode(identity(read, part.serving().read(weight), floats));
      }
    }
    return graph.build();
  }

  private static NodeDef identity(String name, String input, AttrValue type) {
    return NodeDef.newBuilder()
        .setName(name)
        .setOp("Identity")
        .addInput(input)
        .putAttr("T", type)
        .build();
  }

  private static AttrValue type(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }
}
