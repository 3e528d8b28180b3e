package dev.assay.training.adapting;

import dev.assay.keras.models.manifest.Adaptation;
import dev.assay.keras.training.TensorData;
import dev.assay.training.session.BatchFeed;
import dev.assay.training.session.Evaluator;
import dev.assay.training.session.FloatTensors;
import dev.assay.training.session.ModelSession;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tensorflow.Result;

/** Sets the weights of layers that adapt to what they measure on the training set. */
public final class LayerAdapter {
  private LayerAdapter() {}

  /** Measures and assigns, in the order of the layers, since one may feed the next. */
  public static void run(ModelSession model, TensorData features, int[] rows) {
    for (Adaptation adaptation : model.manifest().serving().adaptations()) {
      if (adaptation instanceof Adaptation.Moments moments) {
        adapt(model, features, rows, moments);
      } else if (adaptation instanceof Adaptation.Quantiles quantiles) {
        adapt(model, features, rows, quantiles);
      }
    }
  }

  private static void adapt(
      ModelSession model, TensorData features, int[] rows, Adaptation.Moments target) {
    Moments moments = new Moments();
    measure(model, features, rows, target.tensor(), moments::add);
    model.assign(Map.of(target.mean(), moments.mean(), target.variance(), moments.variance()));
  }

  private static void adapt(
      ModelSession model, TensorData features, int[] rows, Adaptation.Quantiles target) {
    Quantiles quantiles = new Quantiles();
    measure(model, features, rows, target.tensor(), (values, width) -> quantiles.add(values));
    int limits = model.spec(target.boundaries()).shape().get(0);
    model.assign(Map.of(target.boundaries(), quantiles.boundaries(limits + 1)));
  }

  /** Hands on a tensor's values, batch by batch, with the size of its last axis. */
  private static void measure(
      ModelSession model,
      TensorData features,
      int[] rows,
      String tensor,
      BiConsumer<float[], Integer> consumer) {
    var input = model.input(model.manifest().serving());
    try (BatchFeed feed = new BatchFeed(features, Evaluator.BATCH)) {
      for (int from = 0; from < rows.length; from += Evaluator.BATCH) {
        int size = Math.min(Evaluator.BATCH, rows.length - from);
        try (Result result =
            model.runner().feed(input, feed.batch(rows, from, size)).fetch(tensor).run()) {
          var shape = result.get(0).shape();
          if (shape.numDimensions() == 0 || shape.size() == 0) {
            throw new IllegalArgumentException(
                "A layer adapts to %s, which holds no values: its shape is %s."
                    .formatted(tensor, shape));
          }
          int width = Math.toIntExact(shape.get(shape.numDimensions() - 1));
          consumer.accept(FloatTensors.of(result.get(0)), width);
        }
      }
    }
  }
}
