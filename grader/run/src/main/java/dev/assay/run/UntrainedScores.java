package dev.assay.run;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.NumericArray;
import dev.assay.problems.PassRule;
import dev.assay.report.Scores;
import dev.assay.worker.protocol.BuiltModel;
import java.nio.file.Path;

/** Scores what a model predicts without training, with several draws of its initial weights. */
final class UntrainedScores {
  private final BuiltModel model;
  private final Dataset data;
  private final Assignment assignment;
  private final NumericArray predictions;

  private UntrainedScores(
      BuiltModel model, Dataset data, Assignment assignment, NumericArray predictions) {
    this.model = model;
    this.data = data;
    this.assignment = assignment;
    this.predictions = predictions;
  }

  /**
   * Finds the lowest of the scores, which no draw was needed for: what the model knows beforehand.
   *
   * @param file for each hidden example the outputs of each draw, one draw after the other
   * @throws Fault a CONTRACT_VIOLATION when the weights that training began with pass; a
   *     GRADER_ERROR when the file cannot be read or does not fit
   */
  static Scores check(BuiltModel model, Dataset data, Assignment assignment, Path file)
      throws Fault {
    NumericArray predictions = Scorer.read(file);
    return new UntrainedScores(model, data, assignment, predictions).lowest();
  }

  private Scores lowest() throws Fault {
    PassRule rule = assignment.variant().passRule();
    int width = model.manifest().output().size();
    int draws = Math.max(1, predictions.rowSize() / width);
    Scores lowest = score(0, width);
    Independence.check(lowest, rule);
    for (int draw = 1; draw < draws; draw++) {
      Scores next = score(draw, width);
      if (next.metric().value() < lowest.metric().value()) {
        lowest = next;
      }
    }
    return lowest;
  }

  private Scores score(int draw, int width) throws Fault {
    int rows = predictions.rows();
    int stride = predictions.rowSize();
    float[] outputs = new float[rows * width];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = predictions.getFloat(i / width * stride + draw * width + i % width);
    }
    return Scorer.score(model, data, assignment, NumericArray.ofFloats(outputs, rows, width));
  }
}
