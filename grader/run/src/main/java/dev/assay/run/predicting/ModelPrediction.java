package dev.assay.run.predicting;

import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.protocol.StoredModel;
import dev.assay.run.export.GradedModel;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.jobs.Work;
import dev.assay.run.judging.PredictedClasses;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;

/** Predicts examples with the models of graded answers, in a process of its own. */
public final class ModelPrediction {
  private static final int SECONDS = 300;
  private static final int THREADS = 1;

  private final Workers workers;

  /** One who starts the child processes. */
  public ModelPrediction(Workers workers) {
    this.workers = workers;
  }

  /**
   * Predicts.
   *
   * @param features a row for each example, in the type and shape of the problem's data
   * @return the outputs, with what the model's loss takes them for
   * @throws IOException where a file is damaged, or the model cannot predict
   * @throws InterruptedException when the grader is ending
   */
  public PredictedClasses predict(GradedModel model, NumericArray features)
      throws IOException, DataException, InterruptedException {
    GradingFiles files = model.files();
    try (PrivateFolder folder = PrivateFolder.createReadable("predict")) {
      Path given = folder.path().resolve("features.npy");
      Path outputs = folder.path().resolve("outputs.npy");
      Npy.write(given, features);
      Job job =
          new Job.Outputs(
              files.modelFiles(), files.weights(), model.weightsDigest(), given, outputs, THREADS);
      Outcome outcome = workers.run(Role.PREDICT, job, SECONDS, files.workerLog(), message -> {});
      if (outcome instanceof Outcome.Answered answered
          && answered.message() instanceof Message.Predicted) {
        StoredModel stored = new StoredModel(files.graph(), files.model());
        return new PredictedClasses(
            Npy.read(outputs), stored.built().manifest().compilation().loss().outputs());
      }
      throw new SentenceException(ProcessVerdicts.ofModel(outcome, Work.PREDICT).reasons());
    }
  }
}
