package dev.assay.worker;

import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.Labelled;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.protocol.ModelMeasurement.RateTrial;
import dev.assay.protocol.StoredModel;
import dev.assay.training.ModelProbe;
import dev.assay.training.TrainerOptions;
import dev.assay.worker.measuring.MemberSpread;
import dev.assay.worker.measuring.Samples;
import dev.assay.worker.measuring.StateMeter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/** Measures a model on examples of the training and the validation set. */
final class MeasureWorker {
  private MeasureWorker() {}

  /** What TensorFlow refuses to compute is the answer's fault. */
  static Message run(Job.Measure job) throws IOException {
    try {
      return new Message.Measured(measure(job));
    } catch (TensorFlowException | TFUnimplementedException | IllegalArgumentException e) {
      e.printStackTrace();
      return new Message.Failed(
          MemoryFailure.causeOf(e, Message.Cause.CANDIDATE), String.valueOf(e.getMessage()));
    }
  }

  private static ModelMeasurement measure(Job.Measure job) throws IOException {
    StoredModel stored = StoredModel.of(job.files());
    BuiltModel built = stored.built();
    ModelGraph whole = new ModelGraph(stored.graphDef(), built.manifest(), built.parts());
    Labelled train = Arrays.labelled(job.train());
    Labelled validation = Arrays.labelled(job.validation());
    Map<String, float[]> trained = weights(job, built.manifest().weights());
    Samples samples = Samples.of(train, validation);
    TrainerOptions options = TrainerOptions.seed(job.seed()).threads(job.threads());
    Manifest measured = built.members().get(0);
    try (ModelProbe probe = new ModelProbe(whole.part(measured), built.fit(), train, options)) {
      StateMeter meter = new StateMeter(probe, measured, samples, job.watched());
      ModelMeasurement.State initial = meter.measure();
      List<RateTrial> trials = new ArrayList<>();
      for (double rate : job.rates()) {
        trials.add(new RateTrial(rate, meter.lossAfter(rate, built.fit().batchSize())));
      }
      ModelMeasurement.State after = null;
      if (trained != null) {
        probe.assign(trained);
        after = meter.measure();
      }
      Double spread =
          trained == null || built.parts().members().isEmpty()
              ? null
              : MemberSpread.of(whole, trained, samples.validation().features(), job.threads());
      return new ModelMeasurement(initial, after, trials, spread);
    }
  }

  private static @Nullable Map<String, float[]> weights(Job.Measure job, List<WeightSpec> specs)
      throws IOException {
    return job.weights() == null || job.weightsDigest() == null
        ? null
        : SafeTensors.read(job.weights(), specs, job.weightsDigest());
  }
}
