package dev.assay.batch.plan;

import dev.assay.batch.BatchFolder;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.report.json.JsonDocuments;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.Submission;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a run's folder that graders share: the plan, the sources, and who is grading what.
 *
 * @param run the run's folder
 */
public record PlanFolder(BatchFolder run) {
  /** Returns whether the run was planned. */
  public boolean exists() {
    return Files.isRegularFile(manifestFile());
  }

  /** The folder; no submission's, because its name begins with a point. */
  public Path path() {
    return run.path().resolve(BatchFolder.PLAN);
  }

  /** The plan itself. */
  public Path manifestFile() {
    return path().resolve("manifest.json");
  }

  /** The claims of graders on submissions. */
  public Path claims() {
    return path().resolve("claims");
  }

  /** The heartbeats of graders. */
  public Path graders() {
    return path().resolve("graders");
  }

  /** The folder with what is graded. */
  public Path work() {
    return path().resolve("work");
  }

  /** The files of an engine, such as Slurm's scripts and logs. */
  public Path engine(String name) {
    return path().resolve(name);
  }

  /**
   * Reads the plan.
   *
   * @throws IOException if it cannot be read, or another version of Assay wrote it
   */
  public Manifest manifest() throws IOException {
    Manifest manifest = JsonDocuments.read(manifestFile(), Manifest.class);
    if (manifest.planVersion() != Manifest.PLAN_VERSION) {
      throw new SentenceException(
          Sentence.of(
              FaultCode.PLAN_OF_OTHER_FORM,
              "file",
              manifestFile().toString(),
              "version",
              manifest.planVersion(),
              "ours",
              Manifest.PLAN_VERSION));
    }
    return manifest;
  }

  /** Keeps a submission's sources, to be graded from anywhere. */
  void keep(Submission submission) throws IOException {
    JsonDocuments.write(KeptAnswer.of(submission), answer(submission.id()));
  }

  /** A planned answer, to be read from this folder when it is graded. */
  public HandIn handIn(PlannedAnswer planned) {
    return new HandIn(planned.id(), "", () -> readOrFail(planned), null, null);
  }

  /** A damaged folder is no fault of a student's, who would get the verdict of an exception. */
  private Submission readOrFail(PlannedAnswer planned) {
    try {
      return read(planned);
    } catch (IOException e) {
      throw new IOError(e);
    }
  }

  /**
   * Reads the sources of a planned answer.
   *
   * @throws IOException if they cannot be read, or are not those of the plan
   */
  public Submission read(PlannedAnswer planned) throws IOException {
    Path file = answer(planned.id());
    KeptAnswer kept = JsonDocuments.read(file, KeptAnswer.class);
    if (!kept.digest().equals(planned.digest()) || !kept.actualDigest().equals(planned.digest())) {
      throw new SentenceException(
          Sentence.of(FaultCode.PLANNED_SOURCES_CHANGED, "file", file.toString()));
    }
    return kept.submission();
  }

  private Path answer(String id) {
    return path().resolve("answers").resolve(id + ".json");
  }
}
