package dev.assay.keras.training;

import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** Examples that are copied to TensorFlow batch by batch, one step a call. */
final class FedExamples implements Examples {
  private static final String FEATURES = "features";
  private static final String LABELS = "labels";

  private final Labelled data;

  FedExamples(Labelled data) {
    this.data = data;
  }

  @Override
  public List<NodeDef> shared(List<Integer> sizes, String labels) {
    return nodes(LABELS, labels, data.labels(), sizes.get(0));
  }

  @Override
  public List<NodeDef> batch(int step, int size, String features) {
    return nodes(FEATURES, features, data.features(), size);
  }

  private static List<NodeDef> nodes(String fed, String name, TensorData data, int size) {
    DataType type = Nodes.type(data.type());
    long[] shape = data.tensorShape(size).asArray();
    return List.of(Nodes.placeholder(fed, type, shape), Nodes.shaped(name, fed, type, shape));
  }

  @Override
  public Feed feed(Session.Runner runner, String prefix, List<Integer> sizes) {
    int size = sizes.get(0);
    Batches batches =
        new Batches(new BatchFeed(data.features(), size), new BatchFeed(data.labels(), size));
    runner.feed(prefix + "/" + FEATURES, batches.features.batch(null, 0, size));
    runner.feed(prefix + "/" + LABELS, batches.labels.batch(null, 0, size));
    return batches;
  }

  /** The batch of the next call; its tensors stay the same ones. */
  private record Batches(BatchFeed features, BatchFeed labels) implements Feed {
    @Override
    public void select(int[] order, int from, int size) {
      features.batch(order, from, size);
      labels.batch(order, from, size);
    }

    @Override
    public void close() {
      features.close();
      labels.close();
    }
  }
}
