package dev.assay.run;

import dev.assay.commons.files.WholeFile;
import dev.assay.diagnosis.WatchList;
import dev.assay.diagnosis.facts.LearningRates;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.Job;
import dev.assay.protocol.Json;
import dev.assay.protocol.Message;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.run.data.DataJobs;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GraderException;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.Stop;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.JobRunner;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.jobs.Processes;
import dev.assay.run.jobs.Work;
import dev.assay.run.processes.Role;
import dev.assay.run.record.Accepted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into a model with its weights before training and with the trained ones. */
record MeasureStage(
    DataJobs jobs, GradingFiles files, GradeOptions options, GradingListener listener) {
  private static final int SECONDS = 60;

  /**
   * What was measured.
   *
   * @param measurement null where the model is too large, or where measuring it failed
   * @param findings that it failed, where it did
   */
  record Result(
      @Nullable ModelMeasurement measurement, List<Finding> findings, Processes processes) {
    static final Result NOTHING = new Result(null, List.of(), Processes.NONE);
  }

  /**
   * Measures.
   *
   * @param weightsDigest of the trained weights; null where there are none
   * @param triesRates whether short trainings at other learning rates are wanted
   * @throws GraderException when no process could be started
   * @throws InterruptedException when the grader is ending
   */
  Result measure(Accepted accepted, @Nullable String weightsDigest, boolean triesRates)
      throws InterruptedException {
    if (accepted.outlines().isEmpty()) {
      return Result.NOTHING;
    }
    PreparedData.Prepared data = accepted.data();
    Job job =
        new Job.Measure(
            files.modelFiles(),
            data.train(),
            data.validation(),
            weightsDigest == null ? null : files.weights(),
            weightsDigest,
            WatchList.of(accepted.outlines().get(0)),
            triesRates ? rates(accepted) : List.of(),
            options.seed(),
            options.threads());
    JobOutcome outcome =
        jobs.run(
            Role.PREDICT,
            job,
            SECONDS,
            files.workerLog(),
            data,
            JobRunner.Listener.ofRetries(listener));
    Optional<ModelMeasurement> measurement =
        outcome.answer(Message.Measured.class).map(Message.Measured::measurement);
    if (measurement.isEmpty()) {
      return new Result(null, List.of(failure(outcome)), outcome.processes());
    }
    write(measurement.get());
    return new Result(measurement.get(), List.of(), outcome.processes());
  }

  /** A grade does without a measurement, but the result says that there is none. */
  private static Finding failure(JobOutcome outcome) {
    Stop stop = outcome.stop(Role.PREDICT, end -> ProcessVerdicts.ofModel(end, Work.PREDICT));
    return Finding.of(FindingCode.NOT_MEASURED, "reason", stop.reasons().get(0));
  }

  private void write(ModelMeasurement measurement) {
    byte[] json = Json.write(measurement).getBytes(StandardCharsets.UTF_8);
    try {
      WholeFile.write(files.measurement(), json);
    } catch (IOException e) {
      throw new GraderException(
          Sentence.of(FaultCode.HISTORY_NOT_WRITTEN, "reason", SentenceException.of(e)));
    }
  }

  private static List<Double> rates(Accepted accepted) {
    BuiltModel model = accepted.model();
    int examples = accepted.loaded().map(loaded -> loaded.data().train().size()).orElse(0);
    return LearningRates.tried(
        model.fit(), model.members().get(0).compilation().schedule(), examples);
  }
}
