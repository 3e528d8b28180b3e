package dev.assay.run;

import dev.assay.findings.Finding;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.run.data.DataJobs;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.TrainingStep;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.JobRunner;
import dev.assay.run.judging.TrainingEnd;
import dev.assay.run.processes.Role;
import dev.assay.run.record.Accepted;
import dev.assay.run.record.Progress;
import dev.assay.run.record.Step;
import dev.assay.run.record.Trained;
import dev.assay.run.record.TrainingHistory;
import dev.assay.run.reporting.HistoryFile;
import java.util.Objects;

/** Trains an accepted model, and keeps the weights of its best epoch. */
record TrainingStage(
    DataJobs jobs, GradingFiles files, GradeOptions options, GradingListener listener) {
  /**
   * Trains.
   *
   * @return a stop where there are no weights to go on with; what was trained by then is known
   * @throws GraderException when the grader fails
   * @throws InterruptedException when the grader is ending
   */
  Step<Trained> train(Accepted accepted) throws InterruptedException {
    PreparedData.Prepared data = accepted.data();
    Job job =
        new Job.Train(
            files.modelFiles(),
            data.train(),
            data.validation(),
            files.weightFiles(),
            options.seed(),
            options.threads(),
            options.mode());
    int limit = accepted.assignment().variant().limits().trainSeconds();
    Recorder recorder = new Recorder(listener);
    JobOutcome outcome = jobs.run(Role.TRAIN, job, limit, files.workerLog(), data, recorder);
    HistoryFile.write(accepted.model().fit(), recorder.epochs.trainings(), files);
    TrainingEnd end =
        TrainingEnd.of(
            outcome,
            recorder.epochs.trainings(),
            accepted.findings(),
            accepted.model().flops(),
            files.weights());
    Trained trained = new Trained(accepted, end.training(), outcome.processes());
    return end.stop() == null
        ? Step.of(trained)
        : Step.stop(Objects.requireNonNull(end.stop()), known(trained, end));
  }

  private static Progress known(Trained trained, TrainingEnd end) {
    Progress known = trained.progress();
    return end.flops() == null
        ? known
        : known.with(
            trained.accepted().inspected().withFlops(end.flops()), trained.accepted().findings());
  }

  /** Records the epochs, and lets the grading's listener hear of them. */
  private record Recorder(GradingListener listener, TrainingHistory.Recorder epochs)
      implements JobRunner.Listener {
    Recorder(GradingListener listener) {
      this(listener, new TrainingHistory.Recorder());
    }

    @Override
    public void heard(Message message) {
      epochs.heard(message);
      if (message instanceof Message.Training training) {
        listener.part(training.part());
      } else if (message instanceof Message.Epoch epoch) {
        listener.epoch(epoch.result());
      } else if (message instanceof Message.Step step) {
        listener.step(new TrainingStep(step.epoch(), step.step(), step.steps(), step.values()));
      }
    }

    @Override
    public void beginsAgain(Finding finding) {
      epochs.beginsAgain(finding);
      listener.beginsAgain(finding);
    }
  }
}
