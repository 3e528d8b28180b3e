package dev.assay.keras.ensembles;

import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.Model;
import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Several models for one problem, which {@link Stacking} trains and combines.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Model flat = Sequential.of(Dense.of(1)).compile(Adam.defaults(), Loss.HUBER);
 * Model deep = Sequential.of(Dense.of(2).activation(RELU), Dense.of(1))
 *     .compile(SGD.defaults(), Loss.HUBER);
 * Members.of(flat, deep).models().size(); // -> 2
 * error(() -> Members.of(flat)); // -> Members: there must be 2 to 50 models. Received: 1
 * error(() -> parameters(Members.of(flat, deep), 4));
 * // -> Members are 2 models, and the plan does not stack them. Add
 * // -> .ensemble(Ensemble.stacking(5)) to it, or return one model from build.
 * }</pre>
 *
 * @param models 2 to 50, compiled with the same loss and metrics; optimizers may differ
 */
public record Members(List<Model> models) implements Model {
  public Members {
    models = List.copyOf(models);
    if (models.size() < 2 || models.size() > Ensemble.MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Members: there must be 2 to %d models. Received: %d",
              Ensemble.MOST,
              models.size()));
    }
    Compilation first = models.get(0).compilation();
    for (Model model : models) {
      Compilation other = model.compilation();
      if (!other.loss().equals(first.loss()) || !other.metrics().equals(first.metrics())) {
        throw new IllegalArgumentException(
            "Members: the models must be compiled with the same loss and metrics. Received: %s, %s and %s, %s"
                .formatted(first.loss(), first.metrics(), other.loss(), other.metrics()));
      }
    }
  }

  /** The models, in the order in which they are trained. */
  public static Members of(Model... models) {
    return new Members(List.of(models));
  }

  /** Names each of the models; the layers of an ensemble show which is which. */
  @Override
  public Members name(String newName) {
    return new Members(models.stream().map(model -> model.name(newName)).toList());
  }

  /** The loss and metrics of all; the first one's optimizer. */
  @Override
  public Compilation compilation() {
    return models.get(0).compilation();
  }

  /** Members have no common graph before their plan says how they are combined. */
  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "Members are %d models, and the plan does not stack them. Add"
                + " .ensemble(Ensemble.stacking(5)) to it, or return one model from build.",
            models.size()));
  }
}
