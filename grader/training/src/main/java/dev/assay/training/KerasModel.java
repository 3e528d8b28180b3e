package dev.assay.training;

import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Summary;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.History;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.TrainingMode;
import dev.assay.training.export.SavedModelWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A compiled model with weights, to train and query in your own program, like {@code keras.Model}.
 *
 * <p>Features are given as they are, in the type and shape the model was built for. Labels are
 * class numbers, {@code (n)} or {@code (n, 1)}; or rows of one value for each output, {@code (n,
 * outputs)}: one-hot vectors, several labels or several targets. A model that computes something
 * from the labels ({@link Model#sampleWeights}, {@link Model#target}) takes those that it was built
 * for.
 *
 * <p>The same model, data, plan and {@link TrainerOptions} give the same weights, bit for bit, on
 * the same machine, unless they are {@link TrainingMode#FAST}. Not for use by several threads at a
 * time. TensorFlow's memory is freed by {@link #close}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Model compiled =
 *     Sequential.of(Dense.of(8).activation(TANH), Dense.of(2).activation(SOFTMAX))
 *         .compile(Adam.withLearningRate(0.1), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY);
 * TensorData x = TensorData.rows(new float[] {0, 0}, new float[] {1, 1});
 * TensorData y = TensorData.classes(0, 1);
 * KerasModel model = KerasModel.of(compiled, x.example(), 42);
 * History history = model.fit(x, y, FitPlan.epochs(20).verbose(0));
 * model.evaluate(x, y).get("accuracy"); // -> 1
 * Arrays.toString(model.predictClasses(x)); // -> [0, 1]
 * model.close();
 * }</pre>
 */
public final class KerasModel implements AutoCloseable {
  private final ModelGraph graph;
  private final Ensemble ensemble;
  private final TrainerOptions options;
  private final Predictor predictor;
  private Map<String, float[]> weights;
  private boolean untouched = true;
  private boolean oneHotLabels;
  private int fits;

  private KerasModel(ModelGraph graph, Ensemble ensemble, TrainerOptions options) {
    this.graph = graph;
    this.ensemble = ensemble;
    this.options = options;
    weights = InitialWeights.draw(graph.manifest(), new SplittableRandom(options.seed()));
    predictor = new Predictor(graph, weights, options.threads());
  }

  /**
   * Builds a model and draws its weights; TensorFlow gets one thread.
   *
   * @param model what {@code compile} returned
   * @param features of an example, without the batch: {@code x.example()}
   * @param seed of the weights, of dropout and the like, and of the order of examples
   * @throws IllegalArgumentException where a layer refuses its input, or an argument is wrong; also
   *     where the model has sample weights or targets, which need the labels' form too
   */
  public static KerasModel of(Model model, TensorSpec features, long seed) {
    return of(model, features, TrainerOptions.seed(seed));
  }

  /**
   * Creates a model as the first method does, with several threads or less precision.
   *
   * @param options the seed, and how the model is trained
   */
  public static KerasModel of(Model model, TensorSpec features, TrainerOptions options) {
    return new KerasModel(
        ModelGraph.trace(model, features, options.seed()), Ensemble.NONE, options);
  }

  /**
   * Builds a model as the grader does: also one with sample weights or targets, and ensembles.
   *
   * @param model what {@code compile} returned, or {@link dev.assay.keras.ensembles.Members
   *     Members}
   * @param plan whose ensemble it is; later plans must have the same
   * @param examples of the type and shape that it will be trained with; the values do not matter
   */
  public static KerasModel of(
      Model model, FitPlan plan, Labelled examples, TrainerOptions options) {
    TensorSpec features = examples.features().example();
    TensorSpec labels = ModelInputs.flat(examples.labels()).example();
    ModelGraph graph = plan.ensemble().trace(model, features, labels, options.seed());
    return new KerasModel(graph, plan.ensemble(), options);
  }

  /**
   * Trains without a validation set: the model has the weights of the last epoch then, as in Keras,
   * unless the plan says otherwise (ModelCheckpoint, or EarlyStopping that restores the best).
   *
   * @throws IllegalArgumentException as the others; also where a callback monitors a "val_" key,
   *     and for an ensemble
   */
  public History fit(TensorData x, TensorData y, FitPlan plan) {
    return train(labelled(x, y, plan.oneHotLabels()), plan, null);
  }

  /**
   * Trains, and validates with the last examples, which are split off before anything is shuffled:
   * Keras's {@code validation_split}.
   *
   * @param validationSplit the share of the examples that only validate, in (0, 1)
   * @throws IllegalArgumentException as the others; also where the share is out of its range, or
   *     there are too few examples for it
   */
  public History fit(TensorData x, TensorData y, FitPlan plan, double validationSplit) {
    ValidationSplit split =
        ValidationSplit.withLast(labelled(x, y, plan.oneHotLabels()), validationSplit);
    return train(split.train(), plan, split.validation());
  }

  /** Trains with both parts of a data set: {@code fit(data.train(), plan, data.validation())}. */
  public History fit(Labelled train, FitPlan plan, Labelled validation) {
    boolean oneHot = plan.oneHotLabels();
    Labelled checked = labelled(train.features(), train.labels(), oneHot);
    return train(
        new Labelled(checked.features(), checked.labels(), train.weights()),
        plan,
        labelled(validation.features(), validation.labels(), oneHot));
  }

  /**
   * Trains, and prints the epochs as Keras does unless the plan says {@code verbose(0)}.
   *
   * <p>Afterwards the model has the weights that a grading would keep: those of the best epoch by
   * the plan's ModelCheckpoint, by default the lowest "val_loss". The first fit begins with the
   * drawn weights and sets Normalization layers to the moments of {@code x}; a later one, or one
   * after {@link #loadWeights}, goes on from the weights there are; an ensemble always begins anew.
   * The optimizer begins anew each time.
   *
   * @param x features, the examples first
   * @param y their labels, in the form that the loss takes
   * @param plan epochs, batch size, callbacks, what is printed
   * @param validation what is evaluated after each epoch
   * @throws IllegalArgumentException where x or y do not fit the model or its loss, or a callback
   *     monitors what the model does not report, or the plan has another ensemble than the model
   *     was built with
   */
  public History fit(TensorData x, TensorData y, FitPlan plan, Labelled validation) {
    return fit(new Labelled(x, y), plan, validation);
  }

  private History train(Labelled train, FitPlan plan, @Nullable Labelled validation) {
    if (!plan.ensemble().equals(ensemble)) {
      throw new IllegalArgumentException(
          "The model was built for %s, the plan asks for %s. Build one for this plan: KerasModel.of(model, plan, new Labelled(x, y), TrainerOptions.seed(42))."
              .formatted(name(ensemble), name(plan.ensemble())));
    }
    oneHotLabels = plan.oneHotLabels();
    // Another order of the examples for each fit.
    TrainerOptions next = options.withSeed(options.seed() + fits);
    InMemoryFit fit = new InMemoryFit(graph, plan, next);
    History history = fit.fit(train, validation, untouched ? Map.of() : weights);
    fits++;
    if (!fit.best().isEmpty()) {
      replaceWeights(fit.best());
    }
    return history;
  }

  private static String name(Ensemble ensemble) {
    return ensemble.equals(Ensemble.NONE) ? "no ensemble" : ensemble.toString();
  }

  /**
   * Loss and metrics over a set, by key: "loss", "accuracy" ...
   *
   * @param y in the form that the loss takes; class numbers are one-hot vectors where the latest
   *     fit's plan said so
   * @throws IllegalArgumentException where x or y do not fit the model or its loss
   */
  public Map<String, Double> evaluate(TensorData x, TensorData y) {
    return predictor.evaluate(labelled(x, y, oneHotLabels), "");
  }

  /** Loss and metrics over a set such as {@code data.test()}. */
  public Map<String, Double> evaluate(Labelled data) {
    return evaluate(data.features(), data.labels());
  }

  /**
   * The outputs for each example: a row each, its values row-major. Of a model of several outputs
   * it is the first.
   *
   * @throws IllegalArgumentException where x does not fit the model
   */
  public float[][] predict(TensorData x) {
    return predictions(x).rows();
  }

  /**
   * The class of each example: the first of the largest outputs; of a single output 1 from the
   * loss's threshold on (0.5 for probabilities, 0 for logits), else 0.
   *
   * @throws IllegalArgumentException where x does not fit the model
   */
  public int[] predictClasses(TensorData x) {
    return predictions(x).classes(manifest().compilation().loss().outputs().threshold());
  }

  private Predictions predictions(TensorData x) {
    ModelInputs.check(manifest(), x);
    return Predictions.of(predictor.predict(x), x.rows());
  }

  /** The table of layers that Keras's {@code model.summary()} prints. */
  public String summary() {
    return String.join("\n", Summary.of(manifest()));
  }

  /** The weights' values by name, such as "dense_1/kernel", row-major; a copy. */
  public Map<String, float[]> weights() {
    Map<String, float[]> copy = new LinkedHashMap<>();
    weights.forEach((name, values) -> copy.put(name, values.clone()));
    return copy;
  }

  /**
   * Writes the weights as safetensors, whole or not at all.
   *
   * @throws IOException where the file cannot be written
   */
  public void saveWeights(Path file) throws IOException {
    SafeTensors.write(file, manifest().weights(), weights);
  }

  /**
   * Reads weights that a model of the same architecture saved, in this program or another: layers
   * are named by their kind and place, dense, dense_1, so the same layers in the same order have
   * the same names.
   *
   * @throws IOException where the file cannot be read, is damaged, or holds the weights of another
   *     architecture; the message names the first that is missing, unknown or of another shape. The
   *     model keeps its weights then.
   */
  public void loadWeights(Path file) throws IOException {
    replaceWeights(SafeTensors.read(file, manifest().weights()));
  }

  private void replaceWeights(Map<String, float[]> values) {
    predictor.assign(values);
    weights = values;
    untouched = false;
  }

  /**
   * Writes a TensorFlow SavedModel for use elsewhere, as Keras's {@code model.export}: tag {@code
   * serve}, signature {@code serving_default} (see {@link SavedModelWriter}).
   *
   * @param folder made where it is missing
   * @param labels the classes' names in the order of their numbers; none where the model does not
   *     classify
   * @throws IOException where it cannot be written
   * @throws IllegalArgumentException where the labels are not as many as the model has classes
   */
  public void export(Path folder, String... labels) throws IOException {
    SavedModelWriter.write(Files.createDirectories(folder), graph, weights, List.of(labels));
  }

  /** The model as data. */
  public ModelGraph graph() {
    return graph;
  }

  /** Returns the model's inputs, outputs, layers and weights. */
  public Manifest manifest() {
    return graph.manifest();
  }

  private Labelled labelled(TensorData x, TensorData y, boolean oneHot) {
    ModelInputs.check(manifest(), x);
    TensorData labels = ModelInputs.labels(manifest(), y);
    LabelForms.check(manifest(), labels, oneHot);
    return new Labelled(x, labels);
  }

  @Override
  public void close() {
    predictor.close();
  }
}
