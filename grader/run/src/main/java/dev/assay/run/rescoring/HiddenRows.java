package dev.assay.run.rescoring;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.StoredModel;
import dev.assay.report.Judgement;
import dev.assay.report.score.Scores;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.judging.Judge;
import dev.assay.run.judging.RowLosses;
import dev.assay.run.judging.Scorer;
import dev.assay.run.judging.UntrainedScores;
import dev.assay.run.record.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hidden examples of a grading that was scored, with what it kept of its predictions. */
public final class HiddenRows {
  private final BuiltModel model;
  private final Dataset data;
  private final Assignment assignment;
  private final KeptPredictions kept;

  private HiddenRows(BuiltModel model, Dataset data, Assignment assignment, KeptPredictions kept) {
    this.model = model;
    this.data = data;
    this.assignment = assignment;
    this.kept = kept;
  }

  /**
   * Reads the predictions of a grading.
   *
   * @param data with the hidden examples that were predicted
   * @throws SentenceException when they are of other examples or cannot be read
   */
  public static HiddenRows read(GradingFiles files, Assignment assignment, Dataset data)
      throws SentenceException {
    String problem = assignment.problem().id();
    Path parent = files.folder().toAbsolutePath().getParent();
    String submission = parent == null ? "" : String.valueOf(parent.getFileName());
    if (!KeptPredictions.areOf(data.hidden().features(), files)) {
      throw new SentenceException(
          Sentence.of(NoteCode.SCORE_OTHER_EXAMPLES, "submission", submission, "problem", problem));
    }
    try {
      BuiltModel model = new StoredModel(files.graph(), files.model()).built();
      return new HiddenRows(model, data, assignment, KeptPredictions.read(files));
    } catch (IOException | DataException | RuntimeException e) {
      throw new SentenceException(
          Sentence.of(
              NoteCode.SCORE_NOT_POSSIBLE,
              "submission",
              submission,
              "problem",
              problem,
              "reason",
              SentenceException.of(e)),
          e);
    }
  }

  /** How many there are. */
  public int size() {
    return data.hidden().size();
  }

  /** The task of the problem. */
  public Task task() {
    return assignment.problem().task();
  }

  /** What each adds to the error, in their order, as {@link RowLosses} says. */
  public double[] losses() {
    return RowLosses.of(model, data, task(), kept.trained());
  }

  /** How the model was trained, by the names of {@code compile} and {@code fit}. */
  public Map<String, String> settings() {
    return KeptModel.settings(model);
  }

  /** The digest of the hidden features: equal where two gradings are on the same examples. */
  public String features() {
    return data.hidden().features().sha256();
  }

  /** The single number that is predicted for each, in their order; for regressions. */
  public float[] predicted() {
    return numbers(kept.trained());
  }

  /** Their labels as numbers, in their order. */
  public float[] labels() {
    return numbers(data.hidden().labels());
  }

  private static float[] numbers(NumericArray array) {
    float[] numbers = new float[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.getFloat(i);
    }
    return numbers;
  }

  /**
   * What some of them alone would have been scored and judged.
   *
   * @param scores of these examples
   * @param judgement by the problem's pass rule
   */
  public record Part(Scores scores, Judgement judgement) {}

  /**
   * Scores some of them alone.
   *
   * @param rows their numbers, at least one, from 0
   * @return empty where the answer would have been stopped before it was judged, because the
   *     weights before training pass already
   */
  public Optional<Part> part(int[] rows) {
    Dataset some =
        new Dataset(
            data.entry(),
            data.train(),
            data.validation(),
            data.hidden().take(rows),
            data.fingerprint(),
            data.notes());
    Step<Scores> trained = Scorer.score(model, some, assignment, kept.trained().take(rows));
    Step<Scores> untrained =
        trained.then(
            s -> UntrainedScores.lowest(model, some, assignment, kept.untrained().take(rows)));
    if (untrained instanceof Step.Done<Scores> before
        && trained instanceof Step.Done<Scores> after) {
      Scores scores = after.value();
      Judgement judgement =
          Judge.judge(
              scores.metric(), before.value().metric(), assignment.variant().passRule(), List.of());
      return Optional.of(new Part(scores, judgement));
    }
    return Optional.empty();
  }
}
