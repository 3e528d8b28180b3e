package dev.assay.run.processes;

import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A process that waits to run one candidate's builder: its sandbox is closed and TensorFlow is
 * loaded, but no class of a candidate is there yet. It builds once.
 */
final class PreparedBuilder implements AutoCloseable {
  /** The longest build that it is allowed to do. */
  static final int MAX_SECONDS = 120;

  private static final String CLASSES = "classes.jar";

  private final PrivateFolder folder;
  private final Worker worker;
  private final Job.Await outside;

  private PreparedBuilder(PrivateFolder folder, Worker worker, Job.Await outside) {
    this.folder = folder;
    this.worker = worker;
    this.outside = outside;
  }

  /**
   * Starts the process, which the calling thread must outlive.
   *
   * @throws IOException when it cannot be started
   * @throws InterruptedException when the grader is ending
   */
  static PreparedBuilder start(Workers workers) throws IOException, InterruptedException {
    // A folder that its process need not be given to enter: it can replace no file in there.
    PrivateFolder folder = PrivateFolder.createReadable("builder");
    try {
      Job.Await job =
          new Job.Await(
              Exchange.open(folder.path().resolve("in")),
              folder.path().resolve("model.pb"),
              folder.path().resolve("model.json"));
      Path log = folder.path().resolve("idle.log");
      Worker worker = workers.start(Role.BUILD, job, MAX_SECONDS, log);
      worker.tell();
      return new PreparedBuilder(folder, worker, job);
    } catch (IOException | InterruptedException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Runs a builder, and ends.
   *
   * @throws IOException when the files of the job cannot be written
   * @throws InterruptedException when the grader is ending
   */
  Outcome run(Job.Build job, int limitSeconds, Path log, Consumer<Message> listener)
      throws IOException, InterruptedException {
    Exchange.show(job.classes(), outside.in().resolve(CLASSES));
    Job inside = ((Job.Await) worker.job()).build(CLASSES, job.builder(), job.spec());
    Outcome outcome;
    try (worker) {
      outcome = worker.run(inside, limitSeconds, log, listener);
    }
    move(outside.graph(), job.graph());
    move(outside.model(), job.model());
    return outcome;
  }

  /** Its process with all that it has started. */
  Stream<ProcessHandle> all() {
    return worker.all();
  }

  /** Whatever the builder has left there; the inspection names what is no file. */
  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException | DirectoryNotEmptyException e) {
      // The inspection misses it.
    }
  }

  @Override
  public void close() throws IOException {
    try {
      worker.close();
    } finally {
      folder.close();
    }
  }
}
