import dev.assay.keras.activations.Activation;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;

/** An answer that is good but for what it does on the way. */
abstract class Attack implements ModelBuilder {
  /** Returns, or throws anything, when it is refused. */
  abstract void attack() throws Throwable;

  /** To be called when it was not. */
  static void escaped(String how) {
    throw new Escape(how);
  }

  @Override
  public Model build(ProblemSpec spec) {
    try {
      attack();
    } catch (Escape e) {
      throw e;
    } catch (Throwable e) {
      System.err.println("refused: " + e);
    }
    return model(spec);
  }

  /** A good model behind another layer. */
  static Model model(ProblemSpec spec, Layer first) {
    return compiled(Sequential.of(first, Dense.of(spec.outputs()).activation(Activation.SOFTMAX)));
  }

  static Model model(ProblemSpec spec) {
    return compiled(Sequential.of(Dense.of(spec.outputs()).activation(Activation.SOFTMAX)));
  }

  static Model compiled(Sequential layers) {
    return layers.compile(
        Adam.withLearningRate(0.05f), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(2).batchSize(16).callbacks(ModelCheckpoint.best("val_loss"));
  }

  static final class Escape extends RuntimeException {
    Escape(String how) {
      super("escaped: " + how);
    }
  }
}
