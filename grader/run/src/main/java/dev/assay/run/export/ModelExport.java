package dev.assay.run.export;

import dev.assay.datasets.files.Reasons;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.jobs.Work;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes the models of graded answers in other formats, for use elsewhere. */
public final class ModelExport {
  private static final int SECONDS = 300;

  private final Workers workers;

  /** One who starts the child processes. */
  public ModelExport(Workers workers) {
    this.workers = workers;
  }

  /**
   * What was written.
   *
   * @param title submission and problem
   * @param folder where
   * @param contents for people, a line each
   */
  public record Exported(String title, Path folder, List<String> contents) {}

  /**
   * Exports one model, whole or not at all.
   *
   * @param result the folder of a result, {@code reports/<run>/<submission>/<problem>}
   * @param out a folder that is empty or missing
   * @throws ExportException where that cannot be done as asked
   * @throws IOException where a file is damaged or cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public Exported export(Path result, ExportFormat format, Path out)
      throws ExportException, IOException, InterruptedException {
    GradedModel model = GradedModel.of(result);
    requireFree(out);
    Path target = out.toAbsolutePath().normalize();
    Path parts = target.resolveSibling("." + UUID.randomUUID());
    create(parts, out);
    try {
      List<String> contents = run(model, format, parts);
      Files.deleteIfExists(target);
      Files.move(parts, target, StandardCopyOption.ATOMIC_MOVE);
      return new Exported(model.title(), out, contents);
    } finally {
      delete(parts);
    }
  }

  private static void create(Path folder, Path out) throws ExportException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ExportException(
          Sentence.of(
              FaultCode.EXPORT_FOLDER_NOT_WRITABLE,
              "folder",
              out.toString(),
              "reason",
              Reasons.of(e)));
    }
  }

  private static void requireFree(Path out) throws ExportException, IOException {
    if (Files.exists(out, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(out)) {
      throw new ExportException(
          Sentence.of(FaultCode.EXPORT_FOLDER_TAKEN, "folder", out.toString()));
    }
  }

  private static boolean isEmptyFolder(Path out) throws IOException {
    if (!Files.isDirectory(out, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.findAny().isEmpty();
    }
  }

  private List<String> run(GradedModel model, ExportFormat format, Path folder)
      throws IOException, InterruptedException {
    GradingFiles files = model.files();
    Job job =
        new Job.Export(
            files.modelFiles(),
            files.weights(),
            model.weightsDigest(),
            model.labels(),
            Job.Format.valueOf(format.name()),
            folder);
    Outcome outcome = workers.run(Role.EXPORT, job, SECONDS, files.workerLog(), message -> {});
    if (outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Exported exported) {
      return exported.contents();
    }
    throw new SentenceException(ProcessVerdicts.ofModel(outcome, Work.EXPORT).reasons());
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
