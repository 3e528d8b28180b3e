package dev.assay.run.grading;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of one grading, in its folder of the run. */
public record GradingFiles(Path folder) {
  public Path graph() {
    return folder.resolve("model.pb");
  }

  public Path model() {
    return folder.resolve("model.json");
  }

  public Path weights() {
    return folder.resolve("weights.safetensors");
  }

  /** Those before training; removed when they have been predicted with. */
  public Path initialWeights() {
    return folder.resolve("initial.safetensors");
  }

  public Path predictions() {
    return folder.resolve("predictions.npy");
  }

  /** Those with the weights before training: several draws, side by side. */
  public Path untrainedPredictions() {
    return folder.resolve("untrained.npy");
  }

  /** The digest of the hidden features that both are of. */
  public Path predictedFeatures() {
    return folder.resolve("hidden-features.sha256");
  }

  /** What was measured of the model, as JSON. */
  public Path measurement() {
    return folder.resolve("measurement.json");
  }

  /** Validation examples with what the model predicts of them, as JSON. */
  public Path examples() {
    return folder.resolve("examples.json");
  }

  /** The output of the candidate's code. */
  public Path buildLog() {
    return folder.resolve("build.log");
  }

  /** The same as text; empty when nothing was printed. */
  public String printed() {
    try {
      return Files.exists(buildLog())
          ? new String(Files.readAllBytes(buildLog()), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      return Sentence.of(
              FaultCode.LOG_NOT_READ,
              "file",
              buildLog().toString(),
              "reason",
              SentenceException.of(e))
          .text();
    }
  }

  /** The output of our own workers. */
  public Path workerLog() {
    return folder.resolve("worker.log");
  }

  public Path result() {
    return folder.resolve("result.json");
  }

  /** A file that a callback asks for by its plain name. */
  public Path named(String filename) {
    return folder.resolve(filename);
  }

  /** Tells whether the grader writes a file of that name itself; some file systems ignore case. */
  public static boolean taken(String filename) {
    return new GradingFiles(Path.of(""))
        .all().stream().anyMatch(file -> file.toString().equalsIgnoreCase(filename));
  }

  public List<Path> all() {
    return List.of(
        graph(),
        model(),
        weights(),
        initialWeights(),
        predictions(),
        untrainedPredictions(),
        predictedFeatures(),
        measurement(),
        examples(),
        buildLog(),
        workerLog(),
        result());
  }

  public Job.Stages weightFiles() {
    return new Job.Stages(weights(), initialWeights());
  }

  public Job.ModelFiles modelFiles() {
    return new Job.ModelFiles(graph(), model());
  }
}
