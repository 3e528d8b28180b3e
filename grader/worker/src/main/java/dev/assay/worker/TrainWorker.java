package dev.assay.worker;

import dev.assay.keras.models.flops.Flops;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.protocol.StoredModel;
import dev.assay.training.FitResult;
import dev.assay.training.Fitter;
import dev.assay.training.TrainerOptions;
import dev.assay.training.TrainingListener;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/** Trains a model with our code; the candidate's classes are not here, nor is the hidden set. */
final class TrainWorker {
  private TrainWorker() {}

  /** An answer's graph or plan that TensorFlow or the trainer refuses is the answer's fault. */
  static Message run(Job.Train job, Channel channel) throws IOException {
    try {
      return train(job, channel);
    } catch (NotFiniteException e) {
      return new Message.Failed(Message.Cause.NOT_FINITE, e.sentence());
    } catch (TensorFlowException | TFUnimplementedException | IllegalArgumentException e) {
      e.printStackTrace();
      return new Message.Failed(
          MemoryFailure.causeOf(e, Message.Cause.CANDIDATE), String.valueOf(e.getMessage()));
    }
  }

  private static Message train(Job.Train job, Channel channel) throws IOException {
    StoredModel stored = StoredModel.of(job.files());
    BuiltModel built = stored.built();
    ModelGraph graph = new ModelGraph(stored.graphDef(), built.manifest(), built.parts());
    long flops = Flops.ofPrediction(graph);
    if (flops != built.flops()) {
      return new Message.Miscounted(flops);
    }
    Fitter fitter =
        new Fitter(
            graph,
            built.fit(),
            Arrays.labelled(job.train()),
            Arrays.labelled(job.validation()),
            new TrainerOptions(job.seed(), job.threads(), job.mode()));
    Reporter reporter = new Reporter(job, built, channel);
    FitResult result = fitter.fit(reporter);
    if (result.stopReason() != StopReason.DIVERGED) {
      SafeTensors.overwrite(
          job.weights().untrained(), built.manifest().weights(), reporter.initial);
    }
    return new Message.Trained(result.stopReason(), result.values(), reporter.weightsDigest);
  }

  /** Sends progress, at most ten times a second, and writes the best weights when they come. */
  private static final class Reporter implements TrainingListener {
    private static final long INTERVAL_NANOS = Duration.ofMillis(100).toNanos();

    private final Job.Train job;
    private final BuiltModel built;
    private final Channel channel;
    private final Map<String, float[]> initial = new LinkedHashMap<>();
    private int epochs;
    private long last = System.nanoTime();
    private @Nullable String weightsDigest;

    Reporter(Job.Train job, BuiltModel built, Channel channel) {
      this.job = job;
      this.built = built;
      this.channel = channel;
    }

    /**
     * Records the initial weights; for an ensemble those of the members' last trainings, whose
     * results are kept.
     */
    @Override
    public void onBegin(Map<String, float[]> weights) {
      NotFiniteException.check(weights, 0);
      initial.putAll(weights);
    }

    @Override
    public void onPart(Part part) {
      channel.send(new Message.Training(part));
    }

    @Override
    public void onStep(int epoch, int step, int steps, Supplier<Map<String, Double>> values) {
      long now = System.nanoTime();
      if (now - last >= INTERVAL_NANOS) {
        last = now;
        channel.send(new Message.Step(epoch, step, steps, values.get()));
      }
    }

    @Override
    public void onBest(Map<String, float[]> weights) throws IOException {
      NotFiniteException.check(weights, epochs + 1);
      weightsDigest =
          SafeTensors.overwrite(job.weights().trained(), built.manifest().weights(), weights);
    }

    @Override
    public void onEpoch(EpochResult result) {
      epochs = result.epoch();
      channel.send(new Message.Epoch(result));
    }
  }
}
