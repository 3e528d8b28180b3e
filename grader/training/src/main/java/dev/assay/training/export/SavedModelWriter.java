package dev.assay.training.export;

import com.google.protobuf.CodedOutputStream;
import dev.assay.keras.models.tracing.ModelGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TString;

/**
 * A trained model as a TensorFlow SavedModel: tag {@code serve}, signature {@code serving_default}.
 *
 * <p>The signature takes {@code features}, of the type and shape that the model takes them raw,
 * with any number of examples, and gives {@code outputs}, those of the model. With labels it gives
 * also {@code classes}, the class numbers (INT64), {@code labels}, their names (STRING), and, where
 * the loss takes the outputs for probabilities or logits, {@code probabilities}, one for each
 * class. Only what prediction needs is in it: no training graph and no optimizer.
 *
 * @see <a href="https://www.tensorflow.org/guide/saved_model#the_savedmodel_format_on_disk">the
 *     format</a>
 */
public final class SavedModelWriter {
  private static final long SCHEMA_VERSION = 1;

  private SavedModelWriter() {}

  /**
   * Writes {@code saved_model.pb}, {@code variables/} and, with labels, {@code assets/labels.txt}.
   *
   * @param folder an existing one
   * @param weights a value for every weight, row-major
   * @param labels the classes' names in the order of their numbers; empty where the model does not
   *     classify
   * @return the signature
   * @throws IOException where it cannot be written
   * @throws IllegalArgumentException where the labels are not as many as the model has classes
   */
  public static SignatureDef write(
      Path folder, ModelGraph model, Map<String, float[]> weights, List<String> labels)
      throws IOException {
    MetaGraphDef meta = metaGraph(model, labels);
    if (!labels.isEmpty()) {
      LabelFile.write(folder.resolve("assets"), labels);
    }
    if (!model.manifest().weights().isEmpty()) {
      Path variables = Files.createDirectories(folder.resolve("variables"));
      Checkpoint.writeBundle(variables.resolve("variables"), model.manifest().weights(), weights);
    }
    SavedModel saved =
        SavedModel.newBuilder()
            .setSavedModelSchemaVersion(SCHEMA_VERSION)
            .addMetaGraphs(meta)
            .build();
    Files.write(folder.resolve("saved_model.pb"), bytes(saved));
    return meta.getSignatureDefOrThrow("serving_default");
  }

  private static MetaGraphDef metaGraph(ModelGraph model, List<String> labels) {
    try (Graph graph = new Graph()) {
      graph.importGraphDef(ServingGraph.of(model));
      MetaGraphDef.Builder meta = MetaGraphDef.newBuilder();
      meta.putSignatureDef("serving_default", Signatures.add(graph, model.manifest(), labels));
      VariableSaver.add(graph, model.manifest(), meta);
      if (!labels.isEmpty()) {
        meta.addAssetFileDef(labelAsset(graph));
      }
      meta.getMetaInfoDefBuilder().addTags("serve").setTensorflowVersion(TensorFlow.version());
      return meta.setGraphDef(graph.toGraphDef()).build();
    }
  }

  /** Loaders put the path of the file into the tensor. */
  private static AssetFileDef labelAsset(Graph graph) {
    Operand<TString> file = Ops.create(graph).withName("labels_file").constant(LabelFile.NAME);
    return AssetFileDef.newBuilder()
        .setFilename(LabelFile.NAME)
        .setTensorInfo(TensorInfo.newBuilder().setName(file.asOutput().op().name() + ":0"))
        .build();
  }

  /** Returns the same bytes for equal models: maps are written in the order of their keys. */
  private static byte[] bytes(SavedModel saved) throws IOException {
    byte[] bytes = new byte[saved.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    saved.writeTo(out);
    out.checkNoSpaceLeft();
    return bytes;
  }
}
