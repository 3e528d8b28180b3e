package dev.assay.run.judging;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.DataType;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.FeatureSpec;
import dev.assay.datasets.catalogue.Target;
import dev.assay.keras.losses.Outputs;
import dev.assay.report.examples.ExampleImage;
import dev.assay.report.examples.Mistake;
import dev.assay.report.examples.ValidationExamples;
import dev.assay.report.examples.ValuePair;
import dev.assay.run.record.Trained;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what people learn from in the predictions of the validation set: the worst mistakes. */
public final class ValidationMistakes {
  static final int MOST_MISTAKES = 12;
  static final int MOST_VALUES = 400;
  private static final int MOST_FEATURES = 12;

  private final Examples examples;
  private final FeatureSpec features;
  private final Target target;
  private final PredictedClasses predicted;
  private final NumericArray predictions;

  private ValidationMistakes(
      Examples examples,
      FeatureSpec features,
      Target target,
      Outputs outputs,
      NumericArray predictions) {
    this.examples = examples;
    this.features = features;
    this.target = target;
    this.predictions = predictions;
    predicted = new PredictedClasses(predictions, outputs);
  }

  /**
   * Compares predictions with the validation set.
   *
   * @param predictions a row for each validation example
   */
  public static ValidationExamples of(Trained trained, NumericArray predictions) {
    Dataset data = trained.accepted().data().data();
    Outputs outputs = trained.accepted().model().manifest().compilation().loss().outputs();
    return of(
        data.validation(), data.entry().features(), data.entry().target(), outputs, predictions);
  }

  static ValidationExamples of(
      Examples examples,
      FeatureSpec features,
      Target target,
      Outputs outputs,
      NumericArray predictions) {
    ValidationMistakes mistakes =
        new ValidationMistakes(examples, features, target, outputs, predictions);
    if (!target.isClassification()) {
      return new ValidationExamples(examples.size(), null, List.of(), mistakes.values());
    }
    return target.multiLabel() ? mistakes.ofLabels() : mistakes.ofClasses();
  }

  private ValidationExamples ofClasses() {
    List<Integer> wrong = new ArrayList<>();
    for (int row = 0; row < examples.size(); row++) {
      if (predicted.of(row) != examples.labels().getInt(row)) {
        wrong.add(row);
      }
    }
    List<Mistake> worst =
        wrong.stream()
            .sorted(Comparator.comparing(predicted::certainty).reversed())
            .limit(MOST_MISTAKES)
            .map(
                row ->
                    mistake(
                        row,
                        target.classes().get(examples.labels().getInt(row)),
                        target.classes().get(predicted.of(row)),
                        predicted.probability(row)))
            .toList();
    return new ValidationExamples(examples.size(), wrong.size(), worst, List.of());
  }

  /** Of several labels, the examples with the most wrong. */
  private ValidationExamples ofLabels() {
    List<Integer> wrong = new ArrayList<>();
    for (int row = 0; row < examples.size(); row++) {
      if (wrongLabels(row) > 0) {
        wrong.add(row);
      }
    }
    List<Mistake> worst =
        wrong.stream()
            .sorted(Comparator.comparing(this::wrongLabels).reversed())
            .limit(MOST_MISTAKES)
            .map(row -> mistake(row, labels(row, false), labels(row, true), Double.NaN))
            .toList();
    return new ValidationExamples(examples.size(), wrong.size(), worst, List.of());
  }

  private int wrongLabels(int row) {
    int wrong = 0;
    for (int label = 0; label < target.classes().size(); label++) {
      wrong += hasLabel(row, label) == predicted.isAbove(row, label) ? 0 : 1;
    }
    return wrong;
  }

  private boolean hasLabel(int row, int label) {
    return examples.labels().getInt(row * target.classes().size() + label) == 1;
  }

  private String labels(int row, boolean ofModel) {
    List<String> names = new ArrayList<>();
    for (int label = 0; label < target.classes().size(); label++) {
      if (ofModel ? predicted.isAbove(row, label) : hasLabel(row, label)) {
        names.add(target.classes().get(label));
      }
    }
    return names.isEmpty() ? "–" : String.join(" + ", names);
  }

  private Mistake mistake(int row, String actual, String guess, double probability) {
    return new Mistake(row, actual, guess, probability, image(row), columns(row));
  }

  private @Nullable ExampleImage image(int row) {
    int[] shape = examples.features().shape();
    boolean colours = shape.length == 4 && (shape[3] == 1 || shape[3] == 3);
    if (examples.features().type() != DataType.UINT8
        || !(shape.length == 3 || colours)
        || Math.max(shape[1], shape[2]) > ExampleImage.MOST) {
      return null;
    }
    byte[] pixels = new byte[examples.features().rowSize()];
    examples.features().littleEndianBytes().get(row * pixels.length, pixels);
    return new ExampleImage(
        shape[2], shape[1], colours ? shape[3] : 1, Base64.getEncoder().encodeToString(pixels));
  }

  private Map<String, Double> columns(int row) {
    int width = examples.features().rowSize();
    Map<String, Double> columns = new LinkedHashMap<>();
    if (width <= MOST_FEATURES && features.names().size() == width) {
      for (int i = 0; i < width; i++) {
        columns.put(
            features.names().get(i), shortest(examples.features().getFloat(row * width + i)));
      }
    }
    return columns;
  }

  /** A number of the data as it was written, not as its nearest float. */
  private static double shortest(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  /** Evenly spread over the set, and the worst; without what is not finite. */
  private List<ValuePair> values() {
    int step = Math.max(1, (examples.size() + MOST_VALUES - 1) / MOST_VALUES);
    int worst = worstValue();
    List<ValuePair> values = new ArrayList<>();
    for (int row = 0; row < examples.size(); row++) {
      if (Float.isFinite(predictions.getFloat(row)) && (row % step == 0 || row == worst)) {
        values.add(
            new ValuePair(
                shortest(examples.labels().getFloat(row)), shortest(predictions.getFloat(row))));
      }
    }
    return values;
  }

  private int worstValue() {
    int worst = 0;
    for (int row = 1; row < examples.size(); row++) {
      worst = miss(row) > miss(worst) ? row : worst;
    }
    return worst;
  }

  private float miss(int row) {
    float miss = Math.abs(examples.labels().getFloat(row) - predictions.getFloat(row));
    return Float.isFinite(miss) ? miss : -1;
  }
}
