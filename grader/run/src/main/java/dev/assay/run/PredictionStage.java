package dev.assay.run;

import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.report.examples.ValidationExamples;
import dev.assay.report.json.JsonReports;
import dev.assay.report.model.Reload;
import dev.assay.run.data.DataJobs;
import dev.assay.run.data.HiddenOrder;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GraderException;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.Stop;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.JobRunner;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.jobs.Work;
import dev.assay.run.judging.Losses;
import dev.assay.run.judging.PredictionChecks;
import dev.assay.run.judging.ValidationMistakes;
import dev.assay.run.processes.Role;
import dev.assay.run.record.Predicted;
import dev.assay.run.record.Progress;
import dev.assay.run.record.Step;
import dev.assay.run.record.Stopwatch;
import dev.assay.run.record.Trained;
import dev.assay.run.rescoring.KeptPredictions;
import java.io.IOException;
import java.util.Optional;

/** Reloads a trained model in a process that never trained it, and predicts the hidden set. */
record PredictionStage(
    DataJobs jobs,
    GradingFiles files,
    GradeOptions options,
    GradingListener listener,
    Stopwatch clock) {
  /** The least that predicting may take: it also starts a process and reloads the model. */
  private static final int LEAST_SECONDS = 60;

  /**
   * Predicts; one process reloads and predicts, so that it predicts with what it has reloaded.
   *
   * @return a stop where the model cannot predict, or predicts otherwise in other batches
   * @throws GraderException when the grader fails, or the reloaded weights are not those trained
   * @throws InterruptedException when the grader is ending
   */
  Step<Predicted> predict(Trained trained) throws InterruptedException {
    PreparedData.Prepared data = trained.accepted().data();
    try (HiddenOrder hidden = HiddenOrder.draw(data.data().hidden().features())) {
      Job job =
          new Job.Predict(
              files.modelFiles(),
              files.weightFiles(),
              trained.weightsDigest(),
              data.validation(),
              hidden.features(),
              new Job.Stages(files.predictions(), hidden.untrained()),
              hidden.validated(),
              options.threads());
      Reloading reloading = new Reloading(clock, listener);
      JobOutcome outcome =
          jobs.run(Role.PREDICT, job, seconds(trained), files.workerLog(), data, reloading);
      Progress known = trained.progress().with(outcome.processes());
      Optional<Message.Predicted> predicted = outcome.answer(Message.Predicted.class);
      if (predicted.isEmpty()) {
        return Step.stop(
            outcome.stop(Role.PREDICT, end -> ProcessVerdicts.ofModel(end, Work.PREDICT)), known);
      }
      Reload reload = new Reload(trained.training().keptLoss(), reloading.loss);
      Optional<Stop> stop =
          Losses.checkReload(reload).or(() -> PredictionChecks.check(predicted.get()));
      if (stop.isPresent()) {
        return Step.stop(stop.get(), known.with(reload));
      }
      hidden.restore(files.predictions());
      hidden.restore(hidden.untrained());
      write(ValidationMistakes.of(trained, Npy.read(hidden.validated())));
      KeptPredictions kept =
          new KeptPredictions(Npy.read(files.predictions()), Npy.read(hidden.untrained()));
      kept.keep(files, data.data().hidden().features());
      return Step.of(
          new Predicted(trained, reload, kept.trained(), kept.untrained(), outcome.processes()));
    } catch (DataException e) {
      throw new GraderException(
          Sentence.of(FaultCode.HIDDEN_NOT_PREDICTED, "reason", SentenceException.of(e)));
    }
  }

  private void write(ValidationExamples examples) {
    try {
      JsonReports.write(examples, files.examples());
    } catch (IOException e) {
      throw new GraderException(
          Sentence.of(FaultCode.HISTORY_NOT_WRITTEN, "reason", SentenceException.of(e)));
    }
  }

  /** Training has seen more examples than are predicted, so its limit is ample. */
  private static int seconds(Trained trained) {
    return Math.max(
        LEAST_SECONDS, trained.accepted().assignment().variant().limits().trainSeconds());
  }

  /** Notes the validation loss of the reloaded model; what comes after it is prediction. */
  private static final class Reloading implements JobRunner.Listener {
    private final Stopwatch clock;
    private final GradingListener listener;
    private double loss = Double.NaN;

    Reloading(Stopwatch clock, GradingListener listener) {
      this.clock = clock;
      this.listener = listener;
    }

    @Override
    public void heard(Message message) {
      if (message instanceof Message.Reloaded reloaded) {
        loss = reloaded.values().getOrDefault("val_loss", Double.NaN);
        clock.next("predict");
      }
    }

    @Override
    public void beginsAgain(Finding finding) {
      listener.beginsAgain(finding);
    }
  }
}
