package dev.assay.run;

import dev.assay.diagnosis.facts.Outcome;
import dev.assay.findings.Finding;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.report.Verdict;
import dev.assay.run.data.DataJobs;
import dev.assay.run.data.PreparedData;
import dev.assay.run.diagnosing.Diagnosing;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.Stop;
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
import java.util.List;

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
    jobs.jobs().prepare(Role.PREDICT, options.threads());
    int limit = accepted.assignment().variant().limits().trainSeconds();
    Recorder recorder = new Recorder(listener);
    JobOutcome outcome = jobs.run(Role.TRAIN, job, limit, files.workerLog(), data, recorder);
    HistoryFile.write(accepted.model().fit(), recorder.epochs.trainings(), files);
    TrainingEnd end =
        TrainingEnd.of(
            outcome, recorder.epochs.trainings(), accepted.model().flops(), files.weights());
    Trained trained = new Trained(accepted, end.training(), outcome.processes());
    Stop stop = end.stop();
    if (stop == null) {
      return Step.of(trained);
    }
    Progress known = known(trained, end);
    return stop.verdict() == Verdict.DIVERGED || stop.verdict() == Verdict.TIME_LIMIT
        ? explained(trained, stop, known)
        : Step.stop(stop, known);
  }

  /** Names what was seen of a model that has no weights to be scored with. */
  private Step<Trained> explained(Trained trained, Stop stop, Progress known)
      throws InterruptedException {
    Accepted accepted = trained.accepted();
    boolean diverged = stop.verdict() == Verdict.DIVERGED;
    MeasureStage.Result measured =
        diverged
            ? new MeasureStage(jobs, files, options, listener).measure(accepted, null, true)
            : MeasureStage.Result.NOTHING;
    List<Finding> findings =
        Diagnosing.afterTraining(
            accepted,
            measured.measurement(),
            trained.training(),
            Outcome.unscored(diverged ? Outcome.Kind.DIVERGED : Outcome.Kind.TIME_LIMIT));
    return Step.stop(
        diverged ? stop.putDownTo(findings) : stop,
        known.with(accepted.inspected(), findings).with(measured.processes()));
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
