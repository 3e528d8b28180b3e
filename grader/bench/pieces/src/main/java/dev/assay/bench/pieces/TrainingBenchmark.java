package dev.assay.bench.pieces;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;

import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.TrainingResult;
import dev.assay.training.Trainer;
import dev.assay.training.TrainerOptions;
import dev.assay.training.TrainingListener;
import dev.assay.training.session.BatchFeed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tensorflow.Tensor;

/** What a step of training costs beside its arithmetic. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class TrainingBenchmark {
  private static final int STEPS = 1000;
  private static final int BATCH = 16;
  private static final int IMAGES = 10_000;

  private Trainer trainer;
  private BatchFeed images;
  private int[] order;
  private int next;

  /** Draws data, and prepares training. */
  @Setup
  public void prepare() {
    Labelled points = points(STEPS * BATCH);
    FitPlan plan = FitPlan.epochs(1).batchSize(BATCH);
    trainer = new Trainer(net(), plan, points, points(1), TrainerOptions.seed(1));
    images = new BatchFeed(bytes(IMAGES), 32);
    SplittableRandom random = new SplittableRandom(2);
    order = IntStream.generate(() -> random.nextInt(IMAGES)).limit(IMAGES).toArray();
  }

  private static ModelGraph net() {
    return ModelGraph.trace(
        Sequential.of(Dense.of(64).activation(RELU), Dense.of(3).activation(SOFTMAX))
            .compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY),
        new TensorSpec(ElementType.FLOAT32, List.of(4)),
        1);
  }

  private static Labelled points(int rows) {
    SplittableRandom random = new SplittableRandom(1);
    ByteBuffer features = ByteBuffer.allocate(rows * 16).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer labels = ByteBuffer.allocate(rows * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < rows; row++) {
      labels.putInt(random.nextInt(3));
      for (int i = 0; i < 4; i++) {
        features.putFloat((float) random.nextDouble());
      }
    }
    return new Labelled(
        new TensorData(ElementType.FLOAT32, List.of(rows, 4), features.flip()),
        new TensorData(ElementType.INT32, List.of(rows), labels.flip()));
  }

  private static TensorData bytes(int rows) {
    return new TensorData(
        ElementType.UINT8, List.of(rows, 28, 28), ByteBuffer.allocateDirect(rows * 28 * 28));
  }

  /** Ends TensorFlow's session. */
  @TearDown
  public void close() {
    images.close();
    trainer.close();
  }

  /** One step of the net 4-64-3, by the public interface; shuffling has its share in it. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public TrainingResult tinyStep() throws IOException {
    return trainer.fit(TrainingListener.SILENT);
  }

  /** 32 images, gathered from places all over the set. */
  @Benchmark
  public Tensor gatherBatch() {
    next = next + 64 > IMAGES ? 0 : next + 32;
    return images.batch(order, next, 32);
  }
}
