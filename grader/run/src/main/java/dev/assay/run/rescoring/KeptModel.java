package dev.assay.run.rescoring;

import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.training.FitPlan;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.StoredModel;
import dev.assay.run.grading.GradingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The model that a grading kept, without its weights.
 *
 * @param manifest its layers
 * @param settings how it was trained, by the names of {@code compile} and {@code fit}
 */
public record KeptModel(Manifest manifest, Map<String, String> settings) {
  /** Copies the settings. */
  public KeptModel {
    settings = new LinkedHashMap<>(settings);
  }

  /**
   * Reads the model of a grading.
   *
   * @return empty where none was built
   * @throws IOException when the model cannot be read
   */
  public static Optional<KeptModel> read(GradingFiles files) throws IOException {
    if (!Files.exists(files.model()) || !Files.exists(files.graph())) {
      return Optional.empty();
    }
    BuiltModel model = new StoredModel(files.graph(), files.model()).built();
    return Optional.of(new KeptModel(model.manifest(), settings(model)));
  }

  static Map<String, String> settings(BuiltModel model) {
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
