package dev.assay.training.outputs;

import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;

import dev.assay.keras.Fixtures;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Input;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.training.Trainings;
import dev.assay.training.Trainings.Run;
import java.util.List;

/** Models of two outputs. */
final class TwoOutputs {
  static final Head MSE = Head.of(Loss.MEAN_SQUARED_ERROR, Metric.MEAN_ABSOLUTE_ERROR);
  static final Labelled DATA = new Labelled(floats(List.of(2, 1), 1, 2), targets(3, 5));

  private TwoOutputs() {}

  static Dense weight(double initial) {
    return Dense.of(1).useBias(false).kernelInitializer(new Constant((float) initial));
  }

  /** The outputs x and 2 x, each with a weight of its own. */
  static Model twoOutputs(Optimizer optimizer, Head first, Head second) {
    Input x = Input.layer();
    return Functional.of(x, weight(1).apply(x), weight(2).apply(x))
        .compile(optimizer, first, second);
  }

  static ModelGraph graph(Model model, Labelled data) {
    return ModelGraph.trace(model, Fixtures.spec(data.features()), Fixtures.spec(data.labels()), 1);
  }

  static Run train(Model model, Labelled data) {
    return Trainings.train(graph(model, data), FitPlan.epochs(1), data);
  }
}
