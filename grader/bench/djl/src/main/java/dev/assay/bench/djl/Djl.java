package dev.assay.bench.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.assay.bench.Job;
import dev.assay.bench.Network;
import dev.assay.bench.Program;
import dev.assay.bench.Schedule;
import dev.assay.bench.Trained;
import dev.assay.bench.TrainingSet;
import java.util.List;

/** DJL on PyTorch: its trainer and optimizers. */
public final class Djl {
  private Djl() {}

  /** Runs the job of that file. */
  public static void main(String[] args) {
    Program.main(args, Djl::train);
  }

  private static Trained train(Job job) throws Exception {
    Schedule schedule = job.schedule();
    System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(schedule.threads()));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    try (Model model = Model.newInstance("network", "PyTorch")) {
      model.setBlock(Networks.of(job.network()));
      try (Trainer trainer = model.newTrainer(configuration(job.network()))) {
        trainer.initialize(Networks.batch(schedule.batch(), job.network()));
        Passes passes = new Passes(trainer, job, TrainingSet.read(job));
        List<Double> seconds = schedule.time(passes::run);
        String version =
            "DJL %s, PyTorch %s"
                .formatted(Engine.getDjlVersion(), Engine.getInstance().getVersion());
        return new Trained(version, seconds, passes.loss(), passes.accuracy());
      }
    }
  }

  private static DefaultTrainingConfig configuration(Network network) {
    return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
        .optOptimizer(optimizer(network))
        .optDevices(new Device[] {Device.cpu()});
  }

  private static Optimizer optimizer(Network network) {
    Tracker rate = Tracker.fixed((float) network.learningRate());
    return switch (network.optimizer()) {
      case ADAM -> Optimizer.adam().optLearningRateTracker(rate).build();
      case SGD -> Optimizer.sgd().setLearningRateTracker(rate).build();
    };
  }
}
