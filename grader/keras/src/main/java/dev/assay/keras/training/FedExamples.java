package dev.assay.keras.training;

import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.proto.NodeDef;

/** Examples that are copied to TensorFlow batch by batch, one step a call. */
final class FedExamples implements Examples {
  private final Labelled data;

  FedExamples(Labelled data) {
    this.data = data;
  }

  @Override
  public List<NodeDef> shared(List<Integer> sizes) {
    return List.of();
  }

  @Override
  public List<NodeDef> batch(int step, int size, String features, String labels) {
    return List.of(
        placeholder(features, data.features(), size), placeholder(labels, data.labels(), size));
  }

  private static NodeDef placeholder(String name, TensorData data, int size) {
    return Nodes.placeholder(
        name, Nodes.type(data.type()), data.tensorShape(size).asArray());
  }

  @Override
  public Feed feed(Session.Runner runner, String prefix, StepGraph.Ends ends, List<Integer> sizes) {
    int size = sizes.get(0);
    Batches batches =
        new Batches(new BatchFeed(data.features(), size), new BatchFeed(data.labels(), size));
    String first = prefix + "/" + Unrolled.name(0, "");
    runner.feed(first + ends.features(), batches.features.batch(null, 0, size));
    runner.feed(first + ends.labels(), batches.labels.batch(null, 0, size));
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
