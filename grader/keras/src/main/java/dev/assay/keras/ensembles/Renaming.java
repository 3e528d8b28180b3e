package dev.assay.keras.ensembles;

import com.google.protobuf.ByteString;
import dev.assay.keras.graphs.NodeInputs;
import dev.assay.keras.models.manifest.Adaptation;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NodeDef;

/**
 * Prefixes every name in a model with that of its part of an ensemble: "member_2/dense/kernel".
 *
 * @param part the name of the part, without slash
 */
record Renaming(String part) {
  private static final String SHARED_NAME = "shared_name";

  /** The names that {@link Trace#read} makes. */
  private static final Pattern READ = Pattern.compile("((?:serving|training)/read/)(.+)");

  Manifest manifest(Manifest manifest) {
    return new Manifest(
        manifest.input(),
        manifest.heads(),
        trace(manifest.serving()),
        trace(manifest.training()),
        manifest.weights().stream().map(this::weight).toList(),
        manifest.layers().stream().map(this::layer).toList(),
        manifest.compilation());
  }

  private Trace trace(Trace trace) {
    return new Trace(
        own(trace.scope()),
        trace.penalties().stream().map(this::operation).toList(),
        trace.adaptations().stream().map(this::adaptation).toList(),
        trace.updates().stream()
            .map(update -> new Trace.Update(own(update.weight()), operation(update.tensor())))
            .toList());
  }

  private Adaptation adaptation(Adaptation adaptation) {
    if (adaptation instanceof Adaptation.Quantiles quantiles) {
      return new Adaptation.Quantiles(operation(quantiles.tensor()), own(quantiles.boundaries()));
    }
    Adaptation.Moments moments = (Adaptation.Moments) adaptation;
    return new Adaptation.Moments(
        operation(moments.tensor()), own(moments.mean()), own(moments.variance()));
  }

  private WeightSpec weight(WeightSpec weight) {
    return new WeightSpec(
        own(weight.name()),
        weight.shape(),
        weight.trainable(),
        weight.initializer(),
        weight.constraint());
  }

  private LayerSummary layer(LayerSummary layer) {
    return new LayerSummary(own(layer.name()), layer.type(), layer.output(), layer.parameters());
  }

  /** A variable's shared name is what tells it from others in a session. */
  NodeDef node(NodeDef node) {
    NodeDef.Builder renamed = node.toBuilder().setName(operation(node.getName())).clearInput();
    for (String input : node.getInputList()) {
      renamed.addInput(NodeInputs.renamed(input, this::operation));
    }
    if (node.getOp().equals("VarHandleOp")) {
      String name = node.getAttrOrThrow(SHARED_NAME).getS().toStringUtf8();
      renamed.putAttr(
          SHARED_NAME, AttrValue.newBuilder().setS(ByteString.copyFromUtf8(own(name))).build());
    }
    return renamed.build();
  }

  /** Renames an operation, and the weight's name at the end of its name if it has one. */
  private String operation(String name) {
    if (name.startsWith(WeightSpec.HANDLES)) {
      return WeightSpec.HANDLES + own(name.substring(WeightSpec.HANDLES.length()));
    }
    Matcher read = READ.matcher(name);
    return own(read.matches() ? read.group(1) + own(read.group(2)) : name);
  }

  private String own(String name) {
    return part + "/" + name;
  }
}
