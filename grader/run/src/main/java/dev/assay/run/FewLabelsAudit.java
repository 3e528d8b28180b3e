package dev.assay.run;

import dev.assay.datasets.DataException;
import dev.assay.datasets.Npy;
import dev.assay.report.Audit;
import dev.assay.report.Scores;
import dev.assay.report.Verdict;
import dev.assay.run.audit.FewLabels;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.temporary.PrivateFolder;
import dev.assay.worker.protocol.BuiltModel;
import dev.assay.worker.protocol.Job;
import dev.assay.worker.protocol.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains an answer that passes once more, with the labels of a few examples only.
 *
 * <p>Everything else is as before: the same features, steps, seed and limits. What still passes did
 * not learn its answers from the training set. The files lie in a folder of their own, which is
 * removed at the end.
 *
 * @param jobs runs the two processes; what it notes is the audit's, not the grading's
 * @param evidence what is known of this second training
 */
record FewLabelsAudit(
    JobRunner jobs, Evidence evidence, Assignment assignment, GradeOptions options) {

  /**
   * Trains, predicts and scores.
   *
   * @param files of the grading; only read
   * @throws Fault a GRADER_ERROR; any other end of the second training is an audit that the answer
   *     did not pass
   */
  Audit run(BuiltModel model, PreparedData.Prepared data, RunFiles files)
      throws Fault, InterruptedException {
    List<Integer> examples =
        FewLabels.draw(data.data(), assignment.problem().task(), options.seed());
    try (AuditFolder folder = AuditFolder.create()) {
      Npy.write(folder.exampleWeights(), FewLabels.weights(examples, data.data().train().size()));
      String digest = train(data, files, folder);
      Scores scores = score(model, data, files, folder, digest);
      boolean passed = Judge.passes(scores.metric(), assignment.variant().passRule());
      return new Audit(scores.metric().value(), passed, examples);
    } catch (IOException | DataException e) {
      throw new Fault(
          Verdict.GRADER_ERROR, "The few-labels audit cannot write its files: " + e.getMessage());
    } catch (Fault fault) {
      if (fault.verdict() == Verdict.GRADER_ERROR) {
        throw fault;
      }
      return new Audit(Double.NaN, false, examples);
    }
  }

  private String train(PreparedData.Prepared data, RunFiles files, AuditFolder folder)
      throws Fault, InterruptedException {
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
    int limit = assignment.variant().limits().trainSeconds();
    Outcome outcome = jobs.run(Role.TRAIN, job, limit, files.workerLog(), this::heard);
    return Trained.check(outcome, evidence, folder.weights());
  }

  private void heard(Message message) {
    if (message instanceof Message.Training training) {
      evidence.begins(training.part());
    } else if (message instanceof Message.Epoch epoch) {
      evidence.epoch(epoch.result());
    }
  }

  private Scores score(
      BuiltModel model,
      PreparedData.Prepared data,
      RunFiles files,
      AuditFolder folder,
      String weightsDigest)
      throws Fault, InterruptedException, DataException {
    try (HiddenOrder hidden = HiddenOrder.draw(data.data().hidden().features())) {
      Job job =
          new Job.Predict(
              files.modelFiles(),
              folder.weightFiles(),
              weightsDigest,
              data.validation(),
              hidden.features(),
              new Job.Stages(folder.predictions(), hidden.untrained()),
              options.threads());
      int limit = assignment.variant().limits().trainSeconds();
      Outcome outcome = jobs.run(Role.PREDICT, job, limit, files.workerLog(), message -> {});
      if (!(outcome instanceof Outcome.Answered answered
          && answered.message() instanceof Message.Predicted)) {
        throw Faults.ofModel(outcome, "Predicting in the audit");
      }
      hidden.restore(folder.predictions());
    }
    return Scorer.score(model, data.data(), assignment, folder.predictions());
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
