package dev.assay.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Answers to iris, written where a test wants them. */
public final class SampleAnswers {
  private static final String SOURCE =
      """
      import dev.assay.keras.activations.Activation;
      import dev.assay.keras.layers.Dense;
      import dev.assay.keras.layers.Normalization;
      import dev.assay.keras.losses.Loss;
      import dev.assay.keras.metrics.Metric;
      import dev.assay.keras.models.Model;
      import dev.assay.keras.models.Sequential;
      import dev.assay.keras.optimizers.Adam;
      import dev.assay.keras.training.FitPlan;
      import dev.assay.problems.Answers;
      import dev.assay.problems.ModelBuilder;
      import dev.assay.problems.ProblemSpec;

      @Answers("iris")
      public final class IrisAnswer implements ModelBuilder {
        @Override public Model build(ProblemSpec spec) {
          return Sequential.of(
                  Normalization.layer(),
                  Dense.of(%UNITS%).activation(Activation.RELU),
                  Dense.of(spec.classes()).activation(Activation.SOFTMAX))
              .compile(
                  Adam.withLearningRate(0.01),
                  Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
                  Metric.ACCURACY);
        }

        @Override public FitPlan fit(ProblemSpec spec) {
          return FitPlan.epochs(%EPOCHS%).batchSize(%BATCH%);
        }
      }
      """;

  private SampleAnswers() {}

  public static String iris(int epochs) {
    return source(epochs, 16, 16);
  }

  /** As many epochs as are allowed, of a network that takes its time. */
  public static String slowIris() {
    return source(500, 10_000, 1);
  }

  private static String source(int epochs, int units, int batch) {
    return SOURCE
        .replace("%EPOCHS%", "" + epochs)
        .replace("%UNITS%", "" + units)
        .replace("%BATCH%", "" + batch);
  }

  public static Path write(Path folder, String source) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("IrisAnswer.java"), source);
    return folder;
  }

  public static Path zip(Path file, String source) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("handed-in/src/IrisAnswer.java"));
      zip.write(source.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file;
  }
}
