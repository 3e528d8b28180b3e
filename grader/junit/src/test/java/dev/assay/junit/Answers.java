package dev.assay.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers to iris, written where a test wants them. */
final class Answers {
  private static final String SOURCE =
      """
      import dev.assay.keras.activations.Activation;
      import dev.assay.keras.layers.Dense;
      import dev.assay.keras.layers.Layer;
      import dev.assay.keras.layers.Normalization;
      import dev.assay.keras.losses.Loss;
      import dev.assay.keras.metrics.Metric;
      import dev.assay.keras.models.Model;
      import dev.assay.keras.models.Sequential;
      import dev.assay.keras.optimizers.Adam;
      import dev.assay.keras.optimizers.SGD;
      import dev.assay.keras.training.FitPlan;
      import dev.assay.problems.Answers;
      import dev.assay.problems.ModelBuilder;
      import dev.assay.problems.ProblemSpec;

      @Answers("iris")
      public final class IrisAnswer implements ModelBuilder {
        @Override public Model build(ProblemSpec spec) {
          %BEFORE%
          return Sequential.of(
                  Normalization.layer(),
                  Dense.of(16).activation(Activation.RELU),
                  Dense.of(%CLASSES%).activation(Activation.SOFTMAX))
              .compile(
                  %OPTIMIZER%,
                  Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
                  Metric.ACCURACY);
        }

        @Override public FitPlan fit(ProblemSpec spec) {
          return FitPlan.epochs(%EPOCHS%).batchSize(16);
        }
      }
      """;

  private Answers() {}

  /** Passes within a second. */
  static String passing() {
    return source("", "spec.classes()", "Adam.withLearningRate(0.05)", 30);
  }

  /** Hardly trains. */
  static String failing() {
    return source("", "spec.classes()", "Adam.withLearningRate(0.000001)", 1);
  }

  static String withoutSemicolon() {
    return passing().replace("batchSize(16);", "batchSize(16)");
  }

  static String throwing() {
    return source(
        "if (spec.classes() > 0) throw new IllegalStateException(\"no idea\");",
        "3",
        "Adam.defaults()",
        1);
  }

  /** Has another number of outputs than iris has classes. */
  static String breakingTheContract() {
    return source("", "7", "Adam.defaults()", 1);
  }

  static String diverging() {
    return source("", "spec.classes()", "SGD.withLearningRate(1e30)", 5);
  }

  private static String source(String before, String classes, String optimizer, int epochs) {
    return SOURCE
        .replace("%BEFORE%", before)
        .replace("%CLASSES%", classes)
        .replace("%OPTIMIZER%", optimizer)
        .replace("%EPOCHS%", "" + epochs);
  }

  static void write(Path folder, String source) throws IOException {
    Files.writeString(Files.createDirectories(folder).resolve("IrisAnswer.java"), source);
  }
}
