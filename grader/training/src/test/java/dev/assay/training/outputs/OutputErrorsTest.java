package dev.assay.training.outputs;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.targets;
import static dev.assay.training.outputs.TwoOutputs.DATA;
import static dev.assay.training.outputs.TwoOutputs.MSE;
import static dev.assay.training.outputs.TwoOutputs.graph;
import static dev.assay.training.outputs.TwoOutputs.train;
import static dev.assay.training.outputs.TwoOutputs.twoOutputs;
import static dev.assay.training.outputs.TwoOutputs.weight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.LabelFunction;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.training.Trainings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Outputs, targets and labels that do not fit one another. */
class OutputErrorsTest {
  private static void refused(Model model, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph(model, DATA))
        .withMessageContaining(message);
  }

  @Test
  void targetsThatDoNotFitAreRefusedWithTheNextStep() {
    Model model = twoOutputs(Fixtures.FROZEN, MSE, MSE);
    refused(
        model.target(1, (tf, x, y) -> tf.concat(List.of(x, x), tf.constant(1))),
        "output 1 has shape (None, 1), but its target has (None, 2). Return as many");
    refused(model.target(1, (tf, x, y) -> tf.constant(1f)), "Compute it from x or y.");
    refused(
        model.target(1, LabelFunction.columns(1, 2)),
        "the labels have no columns 1 to 1. Received: labels (None)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.target(2, (tf, x, y) -> x))
        .withMessage("target: the model's outputs are 0 to 1. Received: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelFunction.columns(2, 2))
        .withMessageContaining("Received: 2, 2");
  }

  @Test
  void eachOutputNeedsAHead() {
    Input x = Input.layer();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Functional.of(x, weight(1).apply(x)).compile(Fixtures.FROZEN, MSE, MSE))
        .withMessage("compile: a Head is needed for each of the model's 1 outputs. Received: 2");
    Model broken =
        new Model() {
          private final Model whole = twoOutputs(Fixtures.FROZEN, MSE, MSE);

          @Override
          public Compilation compilation() {
            return whole.compilation();
          }

          @Override
          public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
            return whole.call(context, input);
          }
        };
    refused(broken, "The model has 2 heads, but its call returned 1 outputs.");
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "NaN", "Infinity"})
  void lossWeightsAreChecked(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MSE.lossWeight(weight))
        .withMessageContaining("lossWeight must be finite and at least 0. Received: ");
  }

  @Test
  void outputsOfSeveralAxesCannotBeTrained() {
    Input x = Input.layer();
    Model model =
        Functional.of(x, weight(1).apply(x), Reshape.to(1, 1).apply(weight(1).apply(x)))
            .compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(model, DATA))
        .withMessageContaining(
            "Received: (None, 1, 1) of reshape. Put Flatten before the last Dense");
  }

  private static Model classifier(int... outputs) {
    Input x = Input.layer();
    Node[] nodes = new Node[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      nodes[i] = Dense.of(outputs[i]).activation(Activation.SOFTMAX).apply(x);
    }
    return Functional.of(x, nodes[0], Arrays.copyOfRange(nodes, 1, nodes.length))
        .compile(Fixtures.FROZEN, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
  }

  private static void refusesLabels(Model model, Labelled train, Labelled validation, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Trainings.train(graph(model, train), FitPlan.epochs(1), train, validation, 1))
        .withMessageContaining(why);
  }

  @Test
  void classNumbersBeyondTheOutputsAreRefusedBeforeTraining() {
    Labelled good = new Labelled(DATA.features(), classes(2, 0));
    Labelled tooLarge = new Labelled(DATA.features(), classes(0, 3));
    Labelled negative = new Labelled(DATA.features(), classes(-1, 0));
    refusesLabels(
        classifier(3),
        tooLarge,
        good,
        "class numbers from 0 to 2, as dense has 3 outputs. Received: 3 for example 1. The last"
            + " layer needs an output for each class, or a single one for a number.");
    refusesLabels(classifier(3), good, negative, "Received: -1 for example 0.");
    refusesLabels(classifier(3, 2), good, good, "as dense_1 has 2 outputs. Received: 2");
    Labelled half = new Labelled(DATA.features(), targets(0, 1.5));
    refusesLabels(classifier(3), half, half, "Received: 1.5 for example 1.");
    refusesLabels(
        classifier(1),
        good,
        good,
        "The loss sparse_categorical_crossentropy compares the outputs of an example, but dense has only 1. Give the last layer one output per class");
    refusesLabels(
        Sequential.of(Dense.of(1)).compile(Fixtures.FROZEN, Loss.BINARY_CROSSENTROPY),
        good,
        good,
        "Labels must be from 0 to 1, as dense has 1 output and the loss is binary_crossentropy."
            + " Received: 2 for example 0. Several classes need an output each");
    assertThat(train(classifier(3), good).result().history()).hasSize(1);
  }
}
