package dev.assay.programs;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A data set to practise on, as {@link Datasets#load} gives it.
 *
 * <p>The validation examples are those by which {@code assay grade} chooses the best epoch. The
 * examples that it scores an answer on, its hidden ones, are not here: who tunes a model on them
 * learns nothing about how it does on new data. The test examples are the last of those that a
 * grading trains on, as many as validate; {@link #trainAndTest} has all of them together.
 *
 * <p>Features are as the problem has them: {@code UINT8 (n, 28, 28)} for images, {@code FLOAT32 (n,
 * columns)} for tables. Labels are class numbers, {@code INT32 (n)}, or numbers, {@code FLOAT32
 * (n)}. The examples of each part are in random order.
 */
public final class PracticeData {
  private final Dataset data;
  private final Labelled trainAndTest;
  private final Labelled validation;
  private final int trainRows;

  private PracticeData(Dataset data) {
    this.data = data;
    trainAndTest = labelled(data.train());
    validation = labelled(data.validation());
    // Of a user's own small files at least one example is left on both sides.
    trainRows = Math.max(1, trainAndTest.size() - validation.size());
  }

  static PracticeData of(Dataset data) {
    return new PracticeData(data);
  }

  private static Labelled labelled(Examples examples) {
    return new Labelled(tensor(examples.features()), tensor(examples.labels()));
  }

  private static TensorData tensor(NumericArray array) {
    return new TensorData(
        ElementType.valueOf(array.type().name()),
        Arrays.stream(array.shape()).boxed().toList(),
        array.littleEndianBytes());
  }

  /** Returns the examples that a model is fitted to. */
  public Labelled train() {
    return trainAndTest.examples(0, trainRows);
  }

  /** Returns the examples by which the best epoch is chosen; the same as in a grading. */
  public Labelled validation() {
    return validation;
  }

  /** Returns the examples on which a finished model is evaluated. */
  public Labelled test() {
    return trainAndTest.examples(trainRows, trainAndTest.size());
  }

  /**
   * The training and test examples together: exactly those that a grading trains on, in its order.
   */
  public Labelled trainAndTest() {
    return trainAndTest;
  }

  /** Type and shape of an example's features: what {@code KerasModel.of} takes. */
  public TensorSpec input() {
    return trainAndTest.features().example();
  }

  /** The name of each class, in the order of the class numbers; empty for a regression. */
  public List<String> classes() {
    return data.entry().target().classes();
  }

  /** The name of each column of a table; empty for images. */
  public List<String> columns() {
    return data.entry().features().names();
  }

  /** "embedded", "full" or another variant of the data set. */
  public String variant() {
    return data.entry().variant();
  }

  /** Returns differences from the published data, in sentences; usually none. */
  public List<String> notes() {
    return data.notes().stream().map(Object::toString).toList();
  }

  /** A line that says what it is: a stand-in is never passed off as the original. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s (%s: %s), %d training, %d validation, %d test examples",
        data.entry().id(),
        variant(),
        data.entry().title(),
        train().size(),
        validation.size(),
        test().size());
  }
}
