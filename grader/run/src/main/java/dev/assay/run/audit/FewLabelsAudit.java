package dev.assay.run.audit;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.problems.Task;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.report.Verdict;
import dev.assay.report.model.Audit;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import dev.assay.run.data.HiddenOrder;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GraderException;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.JobRunner;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.jobs.Processes;
import dev.assay.run.jobs.Work;
import dev.assay.run.judging.Judge;
import dev.assay.run.judging.Scorer;
import dev.assay.run.judging.TrainingEnd;
import dev.assay.run.processes.Role;
import dev.assay.run.record.Accepted;
import dev.assay.run.record.Step;
import dev.assay.run.record.Trained;
import dev.assay.run.record.TrainingHistory;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Trains an answer that passes once more, with the labels of a few examples only.
 *
 * <p>Everything else is as before: the same features, steps, seed and limits. What still passes did
 * not learn its answers from the training set. The files lie in a folder of their own, which is
 * removed at the end.
 *
 * @param jobs runs the two processes
 */
public record FewLabelsAudit(JobRunner jobs, GradeOptions options) {
  /**
   * An audit, and the processes that made it.
   *
   * @param audit its score is NaN where the second training gave no weights or no predictions
   */
  record Audited(Audit audit, Processes processes) {}

  /**
   * Trains, predicts and scores with one draw of few labels after the other, until the answer does
   * not pass.
   *
   * @param files of the grading; only read
   * @return the audit with the last of the draws; one that the answer did not pass where the
   *     training ended early
   * @throws GraderException when the grader fails
   * @throws InterruptedException when the grader is ending
   */
  public Audited run(Accepted accepted, GradingFiles files) throws InterruptedException {
    Task task = accepted.assignment().problem().task();
    Processes processes = Processes.NONE;
    Audit audit = null;
    for (List<Integer> examples : FewLabels.draws(accepted.data().data(), task, options.seed())) {
      Audited next = run(accepted, files, examples);
      processes = processes.and(next.processes());
      audit = next.audit();
      if (!audit.passed()) {
        break;
      }
    }
    return new Audited(Objects.requireNonNull(audit, "there is a draw"), processes);
  }

  private Audited run(Accepted accepted, GradingFiles files, List<Integer> examples)
      throws InterruptedException {
    Dataset data = accepted.data().data();
    try (AuditFolder folder = AuditFolder.create()) {
      Npy.write(folder.exampleWeights(), FewLabels.weights(examples, data.train().size()));
      Step<Trained> trained = train(accepted, files, folder);
      if (!(trained instanceof Step.Done<Trained> done)) {
        return failed(trained, examples);
      }
      Step<Scores> scored = score(done.value(), files, folder);
      Processes processes = done.value().processes();
      if (!(scored instanceof Step.Done<Scores> scores)) {
        requireCandidates(scored);
        return new Audited(new Audit(Double.NaN, false, examples), processes);
      }
      Metric metric = scores.value().metric();
      boolean passed = Judge.passes(metric, accepted.assignment().variant().passRule());
      return new Audited(new Audit(metric.value(), passed, examples), processes);
    } catch (IOException | DataException e) {
      throw new GraderException(
          Sentence.of(FaultCode.AUDIT_NOT_WRITTEN, "reason", SentenceException.of(e)));
    }
  }

  private static Audited failed(Step<Trained> trained, List<Integer> examples) {
    requireCandidates(trained);
    return new Audited(new Audit(Double.NaN, false, examples), Processes.NONE);
  }

  /** A failure of ours is no audit that an answer did not pass. */
  private static void requireCandidates(Step<?> step) {
    if (step instanceof Step.Ended<?> ended && ended.stop().verdict() == Verdict.GRADER_ERROR) {
      throw new GraderException(ended.stop().reasons());
    }
  }

  private Step<Trained> train(Accepted accepted, GradingFiles files, AuditFolder folder)
      throws InterruptedException {
    PreparedData.Prepared data = accepted.data();
    Job.LabelledFiles labelled =
        new Job.LabelledFiles(
            data.train().features(), data.train().labels(), folder.exampleWeights());
    Job job =
        new Job.Train(
            files.modelFiles(),
            labelled,
            data.validation(),
            folder.weightFiles(),
            options.seed(),
            options.threads(),
            options.mode());
    int limit = accepted.assignment().variant().limits().trainSeconds();
    TrainingHistory.Recorder recorder = new TrainingHistory.Recorder();
    JobOutcome outcome = jobs.run(Role.TRAIN, job, limit, files.workerLog(), recorder);
    TrainingEnd end =
        TrainingEnd.of(outcome, recorder.trainings(), accepted.model().flops(), folder.weights());
    return end.stop() == null
        ? Step.of(new Trained(accepted, end.training(), outcome.processes()))
        : Step.stop(Objects.requireNonNull(end.stop()));
  }

  private Step<Scores> score(Trained trained, GradingFiles files, AuditFolder folder)
      throws InterruptedException, DataException {
    Accepted accepted = trained.accepted();
    PreparedData.Prepared data = accepted.data();
    try (HiddenOrder hidden = HiddenOrder.draw(data.data().hidden().features())) {
      Job job =
          new Job.Predict(
              files.modelFiles(),
              folder.weightFiles(),
              trained.weightsDigest(),
              data.validation(),
              hidden.features(),
              new Job.Stages(folder.predictions(), hidden.untrained()),
              null,
              options.threads());
      int limit = accepted.assignment().variant().limits().trainSeconds();
      JobOutcome outcome =
          jobs.run(Role.PREDICT, job, limit, files.workerLog(), JobRunner.Listener.SILENT);
      if (outcome.answer(Message.Predicted.class).isEmpty()) {
        return Step.stop(
            outcome.stop(Role.PREDICT, end -> ProcessVerdicts.ofModel(end, Work.AUDIT)));
      }
      hidden.restore(folder.predictions());
    }
    return Scorer.score(
        accepted.model(), data.data(), accepted.assignment(), Npy.read(folder.predictions()));
  }

  /** The audit's files. */
  private record AuditFolder(PrivateFolder folder) implements AutoCloseable {
    static AuditFolder create() throws IOException {
      return new AuditFolder(PrivateFolder.create("audit"));
    }

    Path exampleWeights() {
      return folder.path().resolve("example-weights.npy");
    }

    Path weights() {
      return folder.path().resolve("weights.safetensors");
    }

    Path untrained() {
      return folder.path().resolve("initial.safetensors");
    }

    Path predictions() {
      return folder.path().resolve("predictions.npy");
    }

    Job.Stages weightFiles() {
      return new Job.Stages(weights(), untrained());
    }

    @Override
    public void close() {
      folder.close();
    }
  }
}
