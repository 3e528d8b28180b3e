package dev.assay.training;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Concatenate;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Node;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Summary;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.RMSprop;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are given to layers and models, and the optimizer of who gives none. */
class NamesTest {
  private static final TensorSpec FOUR = new TensorSpec(ElementType.FLOAT32, List.of(4));

  private static Manifest manifest(Model model) {
    return ModelGraph.trace(model, FOUR, 1).manifest();
  }

  private static Manifest manifest(Layer... layers) {
    return manifest(Sequential.of(layers).compile(Loss.MEAN_SQUARED_ERROR));
  }

  private static List<String> layers(Manifest manifest) {
    return manifest.layers().stream().map(LayerSummary::name).toList();
  }

  private static List<String> weights(Manifest manifest) {
    return manifest.weights().stream().map(WeightSpec::name).toList();
  }

  @Test
  void weightsAreCalledAfterTheirLayer() {
    Manifest manifest =
        manifest(Dense.of(3).name("hidden"), Dense.of(2), Dense.of(1).name("Out.1"));

    assertThat(layers(manifest)).containsExactly("hidden", "dense", "Out.1");
    assertThat(weights(manifest))
        .containsExactly(
            "hidden/kernel",
            "hidden/bias",
            "dense/kernel",
            "dense/bias",
            "Out.1/kernel",
            "Out.1/bias");
    assertThat(manifest.layers().get(0).type()).isEqualTo("Dense");
  }

  @ParameterizedTest
  @CsvSource({
    "은닉층, dense/kernel",
    "couche cachée, couche_cach_e/kernel",
    "Schicht 1, Schicht_1/kernel",
    "🙂, dense/kernel",
    "_x, x/kernel",
    "2D, 2D/kernel"
  })
  void anyScriptIsShownAndBecomesALegalNameOfTheGraph(String name, String weight) {
    Manifest manifest = manifest(Dense.of(3).useBias(false).name(name));

    assertThat(layers(manifest)).containsExactly(name);
    assertThat(weights(manifest)).containsExactly(weight);
  }

  @Test
  void namesThatBecomeTheSameInTheGraphAreNumbered() {
    Manifest manifest =
        manifest(
            Dense.of(3).useBias(false).name("은닉"),
            Dense.of(3).useBias(false).name("출력"),
            Dense.of(3).useBias(false));

    assertThat(layers(manifest)).containsExactly("은닉", "출력", "dense_2");
    assertThat(weights(manifest))
        .containsExactly("dense/kernel", "dense_1/kernel", "dense_2/kernel");
  }

  @Test
  void twoLayersOfOneNameAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> manifest(Dense.of(3).name("a"), Dropout.of(0.1).name("a")))
        .withMessageContaining("All layer names must be unique, but \"a\" is the name of two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> manifest(Dense.of(3), Dense.of(3).name("dense")))
        .withMessageContaining("\"dense\"");
    assertThat(layers(manifest(Dense.of(3).name("dense"), Dense.of(3))))
        .containsExactly("dense", "dense_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "a\nb", "a\u202eb", "a\u2028b", "\ud800"})
  void namesThatCannotBeShownAreRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dense.of(3).name(name))
        .withMessageStartingWith("name must have 1 to 60 characters that can be printed")
        .withMessageContaining("Received: ");
    assertThatIllegalArgumentException().isThrownBy(() -> Sequential.of(Dense.of(1)).name(name));
  }

  @Test
  void aNameMayBeChangedAndAMergingLayerHasOneToo() {
    Input in = Input.layer();
    Node left = Dense.of(2).name("first").name("left").apply(in);
    Node joined = Concatenate.layer().name("join").apply(left, in);
    Model model =
        Functional.of(in, Dense.of(1).name("out").apply(joined))
            .name("branches")
            .compile(Loss.MEAN_SQUARED_ERROR);

    assertThat(layers(manifest(model))).containsExactly("left", "join", "out");
    assertThat(Summary.of(manifest(model)).get(0)).isEqualTo("Model: \"branches\"");
  }

  @Test
  void theSummaryShowsTheNamesInColumns() {
    Model model =
        Sequential.of(Dense.of(3).name("은닉층"), Dense.of(1)).compile(Loss.HUBER).name("붓꽃");

    assertThat(Summary.of(manifest(model)))
        .startsWith(
            "Model: \"붓꽃\"",
            "┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓",
            "┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃",
            "┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩",
            "│ 은닉층 (Dense)                  │ (None, 3)              │            15 │");
    assertThat(model.sampleWeights((tf, x, y) -> y).compilation().name()).isEqualTo("붓꽃");
  }

  @Test
  void anOutputsKeysInTheHistoryAreItsLayersName() {
    Input in = Input.layer();
    Head head = Head.of(Loss.MEAN_SQUARED_ERROR, Metric.MEAN_ABSOLUTE_ERROR);
    Model model =
        Functional.of(in, Dense.of(1).name("Main").apply(in), Dense.of(1).name("도움").apply(in))
            .compile(head, head);

    assertThat(manifest(model).keys().losses()).containsExactly("main_loss", "dense_loss");
  }

  @Test
  void aModelWithNamesTrainsAndPredicts() {
    TensorData features = floats(List.of(4, 1), 0, 1, 2, 3);
    ModelGraph graph =
        Fixtures.graph(
            features,
            Fixtures.FROZEN,
            Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
            List.of(Metric.ACCURACY),
            Dense.of(2).name("숨은"),
            Dense.of(2).activation(Activation.SOFTMAX).name("종류"));

    var run =
        Trainings.train(graph, FitPlan.epochs(1), new Labelled(features, classes(0, 0, 1, 1)));

    assertThat(run.best()).containsKeys("dense/kernel", "dense_1/kernel");
    assertThat(Trainings.predict(graph, run.best(), features)).hasSize(8);
  }

  @Test
  void withoutAnOptimizerItIsKerassDefault() {
    assertThat(Sequential.of(Dense.of(1)).compile(Loss.HUBER, Metric.R2_SCORE).compilation())
        .satisfies(
            compilation -> {
              assertThat(compilation.optimizer()).isEqualTo(RMSprop.defaults());
              assertThat(compilation.metrics()).containsExactly(Metric.R2_SCORE);
            });
    Input in = Input.layer();
    assertThat(
            Functional.of(in, Dense.of(1).apply(in)).compile(Loss.HUBER).compilation().optimizer())
        .isEqualTo(RMSprop.defaults());
  }
}
