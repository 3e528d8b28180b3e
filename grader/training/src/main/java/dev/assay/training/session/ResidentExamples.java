package dev.assay.training.session;

import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.graphs.NodeDefs;
import dev.assay.training.graphs.StepExamples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.IntDataBuffer;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** Examples that are loaded once, into variables of the session; each call says which rows. */
public final class ResidentExamples implements StepExamples {
  private static final String FEATURES = "features";
  private static final String LABELS = "labels";
  private static final String WEIGHTS = "weights";
  private static final String ROWS = "rows";
  private static final String SHAPED_ROWS = "shaped_rows";
  private static final String STEP_ROWS = "step_rows";
  // Weights' variables are in the default container.
  private static final String CONTAINER = "examples";

  private static final long MOST_BYTES = 512L << 20;

  private final Labelled data;

  /** Returns whether a set is small enough to stay in the session. */
  public static boolean fit(Labelled data) {
    return data.features().values().limit() + (long) data.labels().values().limit() <= MOST_BYTES;
  }

  public ResidentExamples(ModelSession model, Labelled data) {
    this.data = data;
    load(model, FEATURES, data.features());
    load(model, LABELS, data.labels());
    if (data.weights() != null) {
      load(model, WEIGHTS, data.weights());
    }
  }

  private static void load(ModelSession model, String name, TensorData data) {
    Ops tf = model.tf();
    Class<? extends TType> type = data.type().tensorType();
    Shape shape = DataTensors.shape(data, data.rows());
    Operand<? extends TType> value = tf.placeholder(type, Placeholder.shape(shape));
    Operand<? extends TType> handle =
        tf.varHandleOp(type, shape, VarHandleOp.sharedName(name), VarHandleOp.container(CONTAINER));
    try (Tensor tensor = DataTensors.of(data)) {
      model
          .runner()
          .feed(value, tensor)
          .addTarget(tf.assignVariableOp(handle, value))
          .run()
          .close();
    }
  }

  @Override
  public List<NodeDef> shared(List<Integer> sizes, String labels) {
    int copies = sizes.size();
    NodeDef split =
        NodeDefs.node("SplitV", STEP_ROWS, SHAPED_ROWS, "sizes", "axis")
            .putAttr("num_split", NodeDefs.number(copies))
            .putAttr("T", NodeDefs.attribute(DataType.DT_INT32))
            .putAttr("Tlen", NodeDefs.attribute(DataType.DT_INT32))
            .build();
    List<NodeDef> nodes =
        new ArrayList<>(
            List.of(
                handle(FEATURES, data.features()),
                handle(LABELS, data.labels()),
                NodeDefs.placeholder(ROWS, DataType.DT_INT32, total(sizes)),
                NodeDefs.shaped(SHAPED_ROWS, ROWS, DataType.DT_INT32, total(sizes)),
                NodeDefs.ints("sizes", sizes),
                NodeDefs.scalar("axis", 0),
                split,
                gather(labels, LABELS, SHAPED_ROWS, data.labels())));
    if (data.weights() != null) {
      nodes.add(handle(WEIGHTS, data.weights()));
    }
    return nodes;
  }

  private static NodeDef handle(String name, TensorData data) {
    return NodeDefs.node("VarHandleOp", name)
        .putAttr("dtype", NodeDefs.attribute(NodeDefs.type(data.type())))
        .putAttr("shape", NodeDefs.shape(DataTensors.shape(data, data.rows())))
        .putAttr("shared_name", NodeDefs.text(name))
        .putAttr("container", NodeDefs.text(CONTAINER))
        .build();
  }

  @Override
  public List<NodeDef> batch(int step, int size, String features, @Nullable String weights) {
    String rows = STEP_ROWS + ":" + step;
    NodeDef batch = gather(features, FEATURES, rows, data.features());
    return weights == null || data.weights() == null
        ? List.of(batch)
        : List.of(batch, gather(weights, WEIGHTS, rows, data.weights()));
  }

  private static NodeDef gather(String name, String handle, String rows, TensorData data) {
    return NodeDefs.node("ResourceGather", name, handle, rows)
        .putAttr("dtype", NodeDefs.attribute(NodeDefs.type(data.type())))
        .putAttr("Tindices", NodeDefs.attribute(DataType.DT_INT32))
        .build();
  }

  @Override
  public Feed feed(Session.Runner runner, String prefix, List<Integer> sizes) {
    TInt32 rows = TInt32.tensorOf(Shape.of(total(sizes)));
    runner.feed(prefix + "/" + ROWS, rows);
    return new Rows(rows, rows.asRawTensor().data().asInts());
  }

  private static int total(List<Integer> sizes) {
    return sizes.stream().mapToInt(Integer::intValue).sum();
  }

  /** The rows that the next call takes. */
  private record Rows(TInt32 tensor, IntDataBuffer values) implements Feed {
    @Override
    public void select(int[] order, int from, int size) {
      values.write(order, from, size);
    }

    @Override
    public void close() {
      tensor.close();
    }
  }
}
