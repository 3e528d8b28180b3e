package dev.assay.run.rescoring;

import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.run.grading.GradingFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;

/**
 * Predictions for the hidden examples, in their order, as they lie in a grading's files.
 *
 * @param trained a row for each example
 * @param untrained the same with the weights before training: several draws, side by side
 */
public record KeptPredictions(NumericArray trained, NumericArray untrained) {
  /**
   * Keeps what a later scoring needs, beside the trained predictions, which lie there already.
   *
   * @param features of the hidden examples, by which a later scoring knows them again
   * @throws DataException when it cannot be written
   */
  public void keep(GradingFiles files, NumericArray features) throws DataException {
    Npy.write(files.untrainedPredictions(), untrained);
    try {
      Files.writeString(files.predictedFeatures(), features.sha256() + "\n");
    } catch (IOException e) {
      throw new DataException(
          Sentence.of(
              FaultCode.RESULT_NOT_WRITTEN,
              "file",
              files.predictedFeatures().toString(),
              "reason",
              SentenceException.of(e)),
          e);
    }
  }

  /** Whether a grading kept all that a scoring needs. */
  static boolean areIn(GradingFiles files) {
    return Stream.of(
            files.model(),
            files.predictions(),
            files.untrainedPredictions(),
            files.predictedFeatures())
        .allMatch(Files::isRegularFile);
  }

  /** Whether a grading's predictions are of these hidden features. */
  public static boolean areOf(NumericArray features, GradingFiles files) {
    try {
      return areIn(files)
          && Files.size(files.predictedFeatures()) < 100
          && Files.readString(files.predictedFeatures(), StandardCharsets.ISO_8859_1)
              .strip()
              .equals(features.sha256());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads them.
   *
   * @throws DataException when a file cannot be read
   */
  static KeptPredictions read(GradingFiles files) throws DataException {
    return new KeptPredictions(
        Npy.read(files.predictions()), Npy.read(files.untrainedPredictions()));
  }
}
