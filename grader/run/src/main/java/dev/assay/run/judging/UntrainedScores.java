package dev.assay.run.judging;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.problems.PassRule;
import dev.assay.protocol.BuiltModel;
import dev.assay.report.score.Scores;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.Stop;
import dev.assay.run.record.Step;
import java.util.Objects;
import java.util.Optional;

/** Scores what a model predicts without training, with several draws of its initial weights. */
public final class UntrainedScores {
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
   * @param predictions for each hidden example the outputs of each draw, one draw after the other
   * @return that score; a stop where the weights that training began with pass, or where a
   *     prediction is not finite
   * @throws GraderException when the predictions do not fit the hidden set
   */
  public static Step<Scores> lowest(
      BuiltModel model, Dataset data, Assignment assignment, NumericArray predictions) {
    return new UntrainedScores(model, data, assignment, predictions).lowest();
  }

  private Step<Scores> lowest() {
    PassRule rule = assignment.variant().passRule();
    int width = model.manifest().output().size();
    int draws = Math.max(1, predictions.rowSize() / width);
    Scores lowest = null;
    for (int draw = 0; draw < draws; draw++) {
      Step<Scores> step = score(draw, width);
      if (!(step instanceof Step.Done<Scores> done)) {
        return step;
      }
      Scores scores = done.value();
      if (lowest == null) {
        Optional<Stop> passes = PredictionChecks.check(scores, rule);
        if (passes.isPresent()) {
          return Step.stop(passes.get());
        }
        lowest = scores;
      } else if (scores.metric().value() < lowest.metric().value()) {
        lowest = scores;
      }
    }
    return Step.of(Objects.requireNonNull(lowest));
  }

  private Step<Scores> score(int draw, int width) {
    int rows = predictions.rows();
    int stride = predictions.rowSize();
    float[] outputs = new float[rows * width];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = predictions.getFloat(i / width * stride + draw * width + i % width);
    }
    return Scorer.score(model, data, assignment, NumericArray.ofFloats(outputs, rows, width));
  }
}
