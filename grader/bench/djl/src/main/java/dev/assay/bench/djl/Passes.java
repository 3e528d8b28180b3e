package dev.assay.bench.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import dev.assay.bench.Job;
import dev.assay.bench.Order;
import dev.assay.bench.TrainingSet;
import java.util.Arrays;

/**
 * Passes over the examples. Each batch is gathered by a part of the permutation, which is faster
 * than DJL's own data sets.
 */
final class Passes {
  private final Trainer trainer;
  private final NDManager manager;
  private final NDArray features;
  private final NDArray labels;
  private final Order order;
  private final int batch;
  private double loss;
  private long correct;

  Passes(Trainer trainer, Job job, TrainingSet set) {
    this.trainer = trainer;
    manager = trainer.getManager();
    features = manager.create(set.features(), Networks.batch(set.rows(), job.network()));
    labels = manager.create(set.labels(), new Shape(set.rows()));
    order = new Order(set.rows());
    batch = job.schedule().batch();
  }

  void run() {
    int[] rows = order.shuffled();
    loss = 0;
    correct = 0;
    for (int from = 0; from < rows.length; from += batch) {
      step(Arrays.stream(rows, from, Math.min(from + batch, rows.length)).asLongStream().toArray());
    }
  }

  private void step(long[] rows) {
    try (NDManager scope = manager.newSubManager()) {
      NDIndex chosen = new NDIndex("{}", scope.create(rows));
      NDArray x = features.get(scope, chosen);
      NDArray y = labels.get(scope, chosen);
      try (GradientCollector gradients = trainer.newGradientCollector()) {
        NDList output = trainer.forward(new NDList(x));
        NDArray mean = trainer.getLoss().evaluate(new NDList(y), output);
        gradients.backward(mean);
        output.attach(scope);
        mean.attach(scope);
        NDArray predicted = output.singletonOrThrow().argMax(1);
        loss += mean.getFloat() * rows.length;
        correct += predicted.eq(y.toType(DataType.INT64, false)).sum().getLong();
      }
      trainer.step();
    }
  }

  /** The mean over the last pass, while the weights changed. */
  double loss() {
    return loss / order.size();
  }

  /** Of the last pass, while the weights changed. */
  double accuracy() {
    return (double) correct / order.size();
  }
}
