package dev.assay.training.export;

import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static dev.assay.keras.activations.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.TensorData;
import dev.assay.training.KerasModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

/** What is exported predicts the same, bit for bit, where there is nothing but TensorFlow Java. */
class ExportTest {
  private static final TensorData TABLE =
      TensorData.rows(
          new float[] {0, 1, 2}, new float[] {3, -4, 5}, new float[] {-6, 7, 8.5f}, new float[3]);
  private static final TensorData THREE = TensorData.classes(0, 1, 2, 0);
  private static final TensorData TWO = TensorData.classes(0, 1, 1, 0);
  private static final List<String> NAMES = List.of("setosa", "T-shirt/top", "Käfer");

  @TempDir private Path folder;

  private static KerasModel trained(Loss loss, TensorData x, TensorData y, Layer... layers) {
    KerasModel model =
        KerasModel.of(
            Sequential.of(layers).compile(Adam.withLearningRate(0.1), loss), x.example(), 3);
    model.fit(x, y, FitPlan.epochs(3).batchSize(2).verbose(0));
    return model;
  }

  /** A model of all that is special: moments, moving moments, dropout in training only. */
  private static KerasModel classifier() {
    return trained(
        Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
        TABLE,
        THREE,
        Normalization.layer(),
        Dense.of(5).activation(TANH),
        BatchNormalization.layer(),
        Dropout.of(0.5),
        Dense.of(3).activation(SOFTMAX));
  }

  private Map<String, String> exported(KerasModel model, TensorData x, List<String> labels)
      throws IOException, InterruptedException {
    Path saved = folder.resolve("saved");
    model.export(saved, labels.toArray(String[]::new));
    return StockProcess.read(folder, "savedmodel", saved.toString(), features(x).toString());
  }

  private Path features(TensorData x) throws IOException {
    ByteBuffer values = x.values().duplicate();
    byte[] bytes = new byte[values.remaining()];
    values.get(bytes);
    return Files.write(folder.resolve("features"), bytes);
  }

  private static String floats(float[][] rows) {
    return String.format(Locale.ROOT, "[%d, %d] ", rows.length, rows[0].length)
        + Arrays.stream(rows)
            .flatMap(row -> IntStream.range(0, row.length).mapToObj(i -> row[i]))
            .map(value -> Integer.toHexString(Float.floatToRawIntBits(value)))
            .collect(Collectors.joining(" "));
  }

  private static String classes(KerasModel model, TensorData x) {
    int[] classes = model.predictClasses(x);
    return String.format(Locale.ROOT, "[%d] ", classes.length)
        + Arrays.stream(classes).mapToObj(c -> "" + c).collect(Collectors.joining(" "));
  }

  private static String names(KerasModel model, TensorData x, List<String> labels) {
    int[] classes = model.predictClasses(x);
    return String.format(Locale.ROOT, "[%d] ", classes.length)
        + Arrays.stream(classes).mapToObj(labels::get).collect(Collectors.joining(" "));
  }

  /** TensorFlow's own settings fuse what ours do not, which moves the last bits. */
  private static void assertAlmost(@Nullable String answer, float[][] expected) {
    String[] said = Objects.requireNonNull(answer).replaceFirst("^\\[.*] ", "").split(" ", -1);
    assertThat(said).hasSize(expected.length * expected[0].length);
    for (int i = 0; i < said.length; i++) {
      float value = Float.intBitsToFloat(Integer.parseUnsignedInt(said[i], 16));
      float wanted = expected[i / expected[0].length][i % expected[0].length];
      assertThat(value).isCloseTo(wanted, within(1e-6f));
    }
  }

  @Test
  void aClassifierSaysOutputsProbabilitiesClassesAndLabels() throws Exception {
    try (KerasModel model = classifier()) {
      Map<String, String> answers = exported(model, TABLE, NAMES);

      assertThat(answers).containsOnlyKeys("outputs", "probabilities", "classes", "labels");
      assertAlmost(answers.get("outputs"), model.predict(TABLE));
      assertThat(answers.get("probabilities")).isEqualTo(answers.get("outputs"));
      assertThat(answers.get("classes")).isEqualTo(classes(model, TABLE));
      assertThat(answers.get("labels")).isEqualTo(names(model, TABLE, NAMES));
      assertThat(folder.resolve("saved/assets/labels.txt"))
          .hasContent("setosa\nT-shirt/top\nKäfer\n");
    }
  }

  @Test
  @Tag("exhaustive")
  void imagesGoInAsBytes() throws Exception {
    byte[] pixels = new byte[4 * 36];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (37 * i);
    }
    TensorData x = TensorData.pixels(List.of(4, 6, 6), pixels);
    try (KerasModel model =
        trained(
            Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
            x,
            THREE,
            Rescaling.by(1.0 / 255),
            Reshape.to(6, 6, 1),
            Conv2D.of(2, 3),
            Flatten.layer(),
            Dense.of(3).activation(SOFTMAX))) {
      assertThat(exported(model, x, NAMES).get("outputs")).isEqualTo(floats(model.predict(x)));
    }
  }

  @Test
  @Tag("exhaustive")
  void aSingleLogitBecomesTheProbabilitiesOfBothClasses() throws Exception {
    Loss loss = Loss.BINARY_CROSSENTROPY.fromLogits();
    try (KerasModel model = trained(loss, TABLE, TWO, Dense.of(1))) {
      Map<String, String> answers = exported(model, TABLE, List.of("no", "yes"));

      float[][] logits = model.predict(TABLE);
      assertThat(answers.get("outputs")).isEqualTo(floats(logits));
      assertThat(answers.get("classes")).isEqualTo(classes(model, TABLE));
      assertThat(answers.get("labels")).isEqualTo(names(model, TABLE, List.of("no", "yes")));
      String[] shown = answers.getOrDefault("probabilities", "").split(" ", -1);
      assertThat(shown).hasSize(2 + 8);
      for (int row = 0; row < 4; row++) {
        float yes = Float.intBitsToFloat(Integer.parseUnsignedInt(shown[2 + 2 * row + 1], 16));
        float no = Float.intBitsToFloat(Integer.parseUnsignedInt(shown[2 + 2 * row], 16));
        assertThat(yes).isCloseTo(sigmoid(logits[row][0]), within(1e-6f));
        assertThat(no).isEqualTo(1 - yes);
      }
    }
  }

  private static float sigmoid(float logit) {
    return (float) (1 / (1 + Math.exp(-logit)));
  }

  @Test
  @Tag("exhaustive")
  void logitsOfSeveralClassesGetASoftmax() throws Exception {
    Loss loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits();
    try (KerasModel model = trained(loss, TABLE, THREE, Dense.of(3))) {
      Map<String, String> answers = exported(model, TABLE, NAMES);

      assertThat(answers.get("outputs")).isEqualTo(floats(model.predict(TABLE)));
      assertThat(answers.get("probabilities")).isNotEqualTo(answers.get("outputs"));
      assertThat(answers.get("classes")).isEqualTo(classes(model, TABLE));
    }
  }

  @Test
  void marginsAreNoProbabilities() throws Exception {
    TensorData y = TensorData.targets(0, 1, 1, 0);
    try (KerasModel model = trained(Loss.HINGE, TABLE, y, Dense.of(1))) {
      Map<String, String> answers = exported(model, TABLE, List.of("no", "yes"));

      assertThat(answers).containsOnlyKeys("outputs", "classes", "labels");
      assertThat(answers.get("classes")).isEqualTo(classes(model, TABLE));
    }
  }

  @Test
  @Tag("exhaustive")
  void aRegressionSaysItsOutputsOnly() throws Exception {
    TensorData y = TensorData.targets(1, 2, 3, 4);
    try (KerasModel model = trained(Loss.MEAN_SQUARED_ERROR, TABLE, y, Dense.of(1))) {
      Map<String, String> answers = exported(model, TABLE, List.of());

      assertThat(answers).containsOnlyKeys("outputs");
      assertThat(answers.get("outputs")).isEqualTo(floats(model.predict(TABLE)));
      assertThat(folder.resolve("saved/assets")).doesNotExist();
    }
  }

  @Test
  void onlyWhatPredictionNeedsIsInIt() throws Exception {
    try (KerasModel model = classifier()) {
      SavedModelWriter.write(folder, model.graph(), model.weights(), NAMES);
    }
    SavedModel saved = SavedModel.parseFrom(Files.readAllBytes(folder.resolve("saved_model.pb")));
    assertThat(saved.getMetaGraphs(0).getMetaInfoDef().getTagsList()).containsExactly("serve");
    assertThat(saved.getMetaGraphs(0).getGraphDef().getNodeList())
        .extracting(NodeDef::getName)
        .contains("serving/input", "serving/output", "weights/dense/kernel", "save/restore_all")
        .noneMatch(name -> name.startsWith("training/"));
    assertThat(folder.resolve("variables/variables.index")).isNotEmptyFile();
    assertThat(folder.resolve("variables/variables.data-00000-of-00001")).isNotEmptyFile();
  }

  @Test
  void aCheckpointIsRestoredByTheNamesOfItsVariables() throws Exception {
    try (KerasModel model = classifier()) {
      Checkpoint.write(folder, model.manifest().weights(), model.weights());
      Path graph = Files.write(folder.resolve("model.pb"), model.graph().graphDef().toByteArray());
      String[] names = model.weights().keySet().toArray(String[]::new);
      String[] args = {
        "checkpoint",
        folder.resolve("model.ckpt").toString(),
        features(TABLE).toString(),
        graph.toString()
      };
      String[] all = Arrays.copyOf(args, args.length + names.length);
      System.arraycopy(names, 0, all, args.length, names.length);

      assertAlmost(StockProcess.read(folder, all).get("outputs"), model.predict(TABLE));
      assertThat(folder.resolve("checkpoint")).content().contains("\"model.ckpt\"");
    }
  }

  @Test
  void labelsMustFitTheClasses() {
    try (KerasModel model =
        trained(Loss.BINARY_CROSSENTROPY, TABLE, TWO, Dense.of(1).activation(SIGMOID))) {
      for (List<String> labels : List.of(List.of("one"), NAMES)) {
        assertThatThrownBy(
                () -> SavedModelWriter.write(folder, model.graph(), model.weights(), labels))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageEndingWith("Received: %d labels, outputs of shape (None, 1)", labels.size());
      }
      assertThatThrownBy(
              () ->
                  SavedModelWriter.write(
                      folder, model.graph(), model.weights(), List.of("a\nb", "c")))
          .hasMessage("labels must be one line each. Received: \"a\nb\"");
    }
    assertThat(folder.resolve("saved_model.pb")).doesNotExist();
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (KerasModel model = classifier()) {
      assertThatThrownBy(() -> Checkpoint.write(file, model.manifest().weights(), model.weights()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.resolve("model.ckpt") + " cannot be written");
    }
  }
}
