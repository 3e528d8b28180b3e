package dev.assay.keras.training;

import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.export.SavedModelWriter;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.models.SafeTensors;
import dev.assay.keras.models.Summary;
import dev.assay.keras.models.TensorSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A compiled model with weights, to be trained and asked in a program of your own: what {@code
 * keras.Model} is in Keras.
 *
 * <pre>{@code
 * TensorData x = TensorData.rows(new float[] {0, 0}, new float[] {1, 1});
 * TensorData y = TensorData.classes(0, 1);
 * try (KerasModel model = KerasModel.of(compiled, x.example(), 42)) {
 *   History history = model.fit(x, y, FitPlan.epochs(20));
 *   double accuracy = model.evaluate(x, y).get("accuracy");
 *   float[][] probabilities = model.predict(x);
 *   model.saveWeights(Path.of("weights.safetensors"));
 * }
 * }</pre>
 *
 * <p>Features are given as they are, in the type and shape the model was built for. Labels are
 * class numbers, {@code (n)} or {@code (n, 1)}; or rows of one value for each output, {@code (n,
 * outputs)}: one-hot vectors, several labels or several targets.
 *
 * <p>The same model, data, plan, seed and thread count give the same weights, bit for bit, on the
 * same machine. Not for use by several threads at a time. TensorFlow's memory is freed by {@link
 * #close}.
 */
public final class KerasModel implements AutoCloseable {
  private final ModelGraph graph;
  private final long seed;
  private final int threads;
  private final Predictor predictor;
  private Map<String, float[]> weights;
  private boolean untouched = true;
  private int fits;

  private KerasModel(ModelGraph graph, long seed, int threads) {
    this.graph = graph;
    this.seed = seed;
    this.threads = threads;
    weights = InitialWeights.draw(graph.manifest(), new SplittableRandom(seed));
    predictor = new Predictor(graph, weights, threads);
  }

  /**
   * Builds a model and draws its weights; TensorFlow's kernels get one thread.
   *
   * @param model what {@code compile} returned
   * @param features of an example, without the batch: {@code x.example()}
   * @param seed of the weights, of dropout and the like, and of the order of examples
   * @throws IllegalArgumentException where a layer refuses its input, or an argument is wrong
   */
  public static KerasModel of(Model model, TensorSpec features, long seed) {
    return of(model, features, seed, 1);
  }

  /**
   * As the other, with several threads, which may change the last bits of the results.
   *
   * @param threads for TensorFlow's kernels, positive
   */
  public static KerasModel of(Model model, TensorSpec features, long seed, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "KerasModel: threads must be positive. Received: " + threads);
    }
    return new KerasModel(ModelGraph.trace(model, features, seed), seed, threads);
  }

  /**
   * Trains without a validation set: the model keeps the weights of the epoch with the lowest
   * training loss, unless the plan says otherwise (ModelCheckpoint, or EarlyStopping that restores
   * the best).
   *
   * @throws IllegalArgumentException as the other; also where a callback monitors a "val_" key
   */
  public History fit(TensorData x, TensorData y, FitPlan plan) {
    boolean keepsBest =
        plan.callback(ModelCheckpoint.class).isPresent()
            || plan.callback(EarlyStopping.class)
                .filter(EarlyStopping::restoreBestWeights)
                .isPresent();
    return train(labelled(x, y), keepsBest ? plan : keepingTheLowestLoss(plan), null);
  }

  private static FitPlan keepingTheLowestLoss(FitPlan plan) {
    Stream<Callback> more = Stream.of(ModelCheckpoint.best("loss"));
    return plan.callbacks(Stream.concat(plan.callbacks().stream(), more).toArray(Callback[]::new));
  }

  /**
   * Trains.
   *
   * <p>Afterwards the model has the weights that a grading would keep: those of the best epoch by
   * the plan's ModelCheckpoint, by default the lowest "val_loss". The first fit begins with the
   * drawn weights and sets Normalization layers to the moments of {@code x}; a later one, or one
   * after {@link #loadWeights}, goes on from the weights there are. The optimizer begins anew each
   * time.
   *
   * @param x features, the examples first
   * @param y their labels
   * @param plan epochs, batch size, callbacks
   * @param validation what is evaluated after each epoch
   * @throws IllegalArgumentException where x or y do not fit the model, or a callback monitors what
   *     the model does not report
   */
  public History fit(TensorData x, TensorData y, FitPlan plan, Labelled validation) {
    return train(labelled(x, y), plan, labelled(validation.features(), validation.labels()));
  }

  private History train(Labelled train, FitPlan plan, @Nullable Labelled validation) {
    Map<String, float[]> start = untouched ? Map.of() : weights;
    Map<String, float[]> best = new LinkedHashMap<>();
    try (Trainer trainer =
        new Trainer(
            graph,
            plan,
            train,
            Resampling.all(train.size()),
            validation,
            TrainerOptions.seed(seed + fits).threads(threads),
            start)) {
      TrainingResult result = trainer.fit(new BestWeights(best));
      fits++;
      if (!best.isEmpty()) {
        replaceWeights(best);
      }
      return new History(result.history(), result.bestEpoch(), result.stopReason());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the weights in memory. */
  private record BestWeights(Map<String, float[]> best) implements TrainingListener {
    @Override
    public void onStep(int epoch, int step, int steps, Supplier<Map<String, Double>> values) {}

    @Override
    public void onEpoch(EpochResult result) {}

    @Override
    public void onBest(Map<String, float[]> weights) {
      best.putAll(weights);
    }
  }

  /**
   * Loss and metrics over a set, by key: "loss", "accuracy" ...
   *
   * @throws IllegalArgumentException where x or y do not fit the model
   */
  public Map<String, Double> evaluate(TensorData x, TensorData y) {
    return predictor.evaluate(labelled(x, y), "");
  }

  /**
   * The outputs for each example: a row each, its values row-major.
   *
   * @throws IllegalArgumentException where x does not fit the model
   */
  public float[][] predict(TensorData x) {
    ModelInputs.check(manifest(), x);
    float[] outputs = predictor.predict(x);
    int width = outputs.length / x.rows();
    float[][] rows = new float[x.rows()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(outputs, row * width, (row + 1) * width);
    }
    return rows;
  }

  /**
   * The class of each example: the first of the largest outputs; of a single output 1 from the
   * loss's threshold on (0.5 for probabilities, 0 for logits), else 0.
   *
   * @throws IllegalArgumentException where x does not fit the model
   */
  public int[] predictClasses(TensorData x) {
    float threshold = manifest().compilation().loss().outputs().threshold();
    return Arrays.stream(predict(x)).mapToInt(row -> classOf(row, threshold)).toArray();
  }

  private static int classOf(float[] outputs, float threshold) {
    if (outputs.length == 1) {
      return outputs[0] >= threshold ? 1 : 0;
    }
    int best = 0;
    for (int i = 1; i < outputs.length; i++) {
      best = outputs[i] > outputs[best] ? i : best;
    }
    return best;
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

  /** What the model is made of. */
  public Manifest manifest() {
    return graph.manifest();
  }

  private Labelled labelled(TensorData x, TensorData y) {
    ModelInputs.check(manifest(), x);
    return new Labelled(x, ModelInputs.labels(manifest(), y));
  }

  @Override
  public void close() {
    predictor.close();
  }
}
