package dev.assay.training.export;

import com.google.protobuf.ByteString;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.Restore;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.VariableDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * Operations that write and restore a graph's weights, and what loaders read of them.
 *
 * <p>TensorFlow Java's own saver leaves resource variables out without a word, so these are made
 * here, with the names that TensorFlow's savers give them.
 */
final class VariableSaver {
  private final Graph graph;
  private final Ops tf;
  private final List<WeightSpec> weights;
  private final CollectionDef.BytesList.Builder all = CollectionDef.BytesList.newBuilder();
  private final CollectionDef.BytesList.Builder trainable = CollectionDef.BytesList.newBuilder();

  private VariableSaver(Graph graph, Manifest manifest) {
    this.graph = graph;
    tf = Ops.create(graph).withSubScope("save");
    weights = manifest.weights();
  }

  /** Adds the operations to a graph that has weights, and their definitions beside it. */
  static void add(Graph graph, Manifest manifest, MetaGraphDef.Builder meta) {
    if (manifest.weights().isEmpty()) {
      return;
    }
    VariableSaver saver = new VariableSaver(graph, manifest);
    meta.setSaverDef(saver.add());
    meta.putCollectionDef("variables", collection(saver.all));
    meta.putCollectionDef("trainable_variables", collection(saver.trainable));
  }

  private SaverDef add() {
    Operand<TString> file =
        tf.withName("filename")
            .placeholderWithDefault(tf.constant("variables/variables"), Shape.scalar());
    Operand<TString> names =
        tf.withName("names").array(weights.stream().map(WeightSpec::name).toArray(String[]::new));
    Operand<TString> slices =
        tf.withName("slices").array(Collections.nCopies(weights.size(), "").toArray(String[]::new));
    Restore restored =
        tf.train.restore(file, names, slices, Collections.nCopies(weights.size(), TFloat32.class));
    List<Operand<?>> values = new ArrayList<>();
    List<Op> assigns = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      Output<? extends TType> variable =
          graph.operationOrThrow(WeightSpec.HANDLES + weights.get(i).name()).output(0);
      Op assign = tf.assignVariableOp(variable, restored.tensors().get(i));
      Operand<TFloat32> value = tf.readVariableOp(variable, TFloat32.class);
      assigns.add(assign);
      values.add(value);
      describe(weights.get(i), variable, assign, value);
    }
    Op save = tf.train.save(file, names, slices, values);
    Operand<TString> saved =
        tf.withControlDependencies(List.of(save)).withName("control_dependency").identity(file);
    Op restore = tf.withControlDependencies(assigns).withName("restore_all").noOp();
    return SaverDef.newBuilder()
        .setFilenameTensorName(name(file.asOutput()))
        .setSaveTensorName(name(saved.asOutput()))
        .setRestoreOpName(restore.op().name())
        .setMaxToKeep(5)
        .setKeepCheckpointEveryNHours(10_000)
        .setVersion(SaverDef.CheckpointFormatVersion.V2)
        .build();
  }

  /** Adds the variable to the collections, where some loaders, such as Python's, look it up. */
  private void describe(WeightSpec weight, Output<?> handle, Op assign, Operand<TFloat32> value) {
    ByteString definition =
        VariableDef.newBuilder()
            .setVariableName(name(handle))
            .setInitializerName(assign.op().name())
            .setSnapshotName(name(value.asOutput()))
            .setIsResource(true)
            .setTrainable(weight.trainable())
            .build()
            .toByteString();
    all.addValue(definition);
    if (weight.trainable()) {
      trainable.addValue(definition);
    }
  }

  private static CollectionDef collection(CollectionDef.BytesList.Builder values) {
    return CollectionDef.newBuilder().setBytesList(values).build();
  }

  private static String name(Output<?> tensor) {
    return tensor.op().name() + ":" + tensor.index();
  }
}
