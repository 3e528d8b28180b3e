package dev.assay.run.rescoring;

import dev.assay.keras.models.Compilation;
import dev.assay.keras.training.FitPlan;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.StoredModel;
import dev.assay.run.grading.GradingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a model was trained, by the names of {@code compile} and {@code fit}. */
public final class TrainingSettings {
  private TrainingSettings() {}

  /**
   * Reads the settings of a grading.
   *
   * @return empty where no model was built
   * @throws IOException when the model cannot be read
   */
  public static Map<String, String> read(GradingFiles files) throws IOException {
    return Files.exists(files.model()) && Files.exists(files.graph())
        ? of(new StoredModel(files.graph(), files.model()).built())
        : Map.of();
  }

  static Map<String, String> of(BuiltModel model) {
    FitPlan fit = model.fit();
    Compilation compilation = model.manifest().compilation();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("optimizer", String.valueOf(compilation.optimizer()));
    settings.put("loss", String.valueOf(compilation.loss()));
    settings.put("epochs", String.valueOf(fit.epochs()));
    settings.put("batchSize", String.valueOf(fit.batchSize()));
    settings.put("callbacks", String.valueOf(fit.callbacks()));
    settings.put("classWeights", String.valueOf(fit.classWeights()));
    settings.put("ensemble", String.valueOf(fit.ensemble()));
    return settings;
  }
}
