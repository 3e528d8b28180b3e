package dev.assay.training.session;

import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.graphs.NodeDefs;
import dev.assay.training.graphs.StepExamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Session;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** Examples that are copied to TensorFlow batch by batch, one step a call. */
public final class FedExamples implements StepExamples {
  private static final String FEATURES = "features";
  private static final String LABELS = "labels";
  private static final String WEIGHTS = "weights";

  private final Labelled data;

  public FedExamples(Labelled data) {
    this.data = data;
  }

  @Override
  public List<NodeDef> shared(List<Integer> sizes, String labels) {
    return nodes(LABELS, labels, data.labels(), sizes.get(0));
  }

  @Override
  public List<NodeDef> batch(int step, int size, String features, @Nullable String weights) {
    List<NodeDef> nodes = new ArrayList<>(nodes(FEATURES, features, data.features(), size));
    if (weights != null && data.weights() != null) {
      nodes.addAll(nodes(WEIGHTS, weights, data.weights(), size));
    }
    return nodes;
  }

  private static List<NodeDef> nodes(String fed, String name, TensorData data, int size) {
    DataType type = NodeDefs.type(data.type());
    long[] shape = DataTensors.shape(data, size).asArray();
    return List.of(NodeDefs.placeholder(fed, type, shape), NodeDefs.shaped(name, fed, type, shape));
  }

  @Override
  public Feed feed(Session.Runner runner, String prefix, List<Integer> sizes) {
    int size = sizes.get(0);
    Map<String, BatchFeed> feeds = new LinkedHashMap<>();
    feeds.put(FEATURES, new BatchFeed(data.features(), size));
    feeds.put(LABELS, new BatchFeed(data.labels(), size));
    if (data.weights() != null) {
      feeds.put(WEIGHTS, new BatchFeed(data.weights(), size));
    }
    feeds.forEach((name, feed) -> runner.feed(prefix + "/" + name, feed.batch(null, 0, size)));
    return new Batches(List.copyOf(feeds.values()));
  }

  /** The batch of the next call; its tensors stay the same ones. */
  private record Batches(List<BatchFeed> feeds) implements Feed {
    @Override
    public void select(int[] order, int from, int size) {
      feeds.forEach(feed -> feed.batch(order, from, size));
    }

    @Override
    public void close() {
      feeds.forEach(BatchFeed::close);
    }
  }
}
