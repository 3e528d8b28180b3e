package dev.assay.bench.assay;

import dev.assay.bench.Job;
import dev.assay.bench.Program;
import dev.assay.bench.Trained;
import dev.assay.datasets.arrays.MappedArray;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.files.DataException;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.TrainingMode;
import dev.assay.training.Trainer;
import dev.assay.training.TrainerOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.TensorFlow;

/** Trains by the public interface, as the grader does: traced model, fit plan, mapped files. */
public final class Main {
  private static final long SEED = 1;

  private Main() {}

  /** Runs the job of that file. */
  public static void main(String[] args) {
    Program.main(args, Main::train);
  }

  static Trained train(Job job) throws DataException, IOException {
    Labelled train = new Labelled(map(job.features()), map(job.labels()));
    PassTimes times = new PassTimes();
    // Tracing, building and compiling count as part of the first epoch, as in the Python peers.
    times.start();
    ModelGraph graph = trace(job, train.features());
    FitPlan plan =
        FitPlan.epochs(job.schedule().epochs() * job.schedule().passes())
            .batchSize(job.schedule().batch());
    TrainerOptions options =
        TrainerOptions.seed(SEED)
            .threads(job.schedule().threads())
            .mode(TrainingMode.valueOf(System.getProperty("assay.bench.mode", "REPRODUCIBLE")));
    try (Trainer trainer = new Trainer(graph, plan, train, firstOf(train), options)) {
      trainer.fit(times);
    }
    return new Trained(
        "TensorFlow " + TensorFlow.version(),
        times.sums(job.schedule().passes()),
        times.last("loss"),
        times.last("accuracy"));
  }

  static ModelGraph trace(Job job, TensorData features) {
    List<Integer> example = features.shape().subList(1, features.shape().size());
    return ModelGraph.trace(
        Models.of(job.network(), example), new TensorSpec(features.type(), example), SEED);
  }

  private static TensorData map(String file) throws DataException {
    MappedArray array = Npy.map(Path.of(file));
    return new TensorData(
        ElementType.valueOf(array.type().name()),
        IntStream.of(array.shape()).boxed().toList(),
        array.values());
  }

  /** The trainer validates each epoch, the peers do not: one example, and its time is left out. */
  private static Labelled firstOf(Labelled all) {
    return new Labelled(first(all.features()), first(all.labels()));
  }

  private static TensorData first(TensorData all) {
    List<Integer> shape = new ArrayList<>(all.shape());
    shape.set(0, 1);
    ByteBuffer values = all.values().duplicate();
    return new TensorData(all.type(), shape, values.slice(0, values.limit() / all.rows()));
  }
}
