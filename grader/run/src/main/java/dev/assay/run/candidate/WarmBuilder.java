package dev.assay.run.candidate;

import dev.assay.problems.ProblemSpec;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The process that has compiled a candidate's sources, which is up to run the only builder among
 * them: a second process would take as long again to start. It builds once.
 */
public final class WarmBuilder implements AutoCloseable {
  /** The longest build that it is allowed to do. */
  static final int MAX_SECONDS = 120;

  private final StagedSources sources;
  private final GradingFiles files;
  private @Nullable Worker worker;

  /**
   * Takes the process over.
   *
   * @param sources what it has compiled, removed when it ends
   * @param files whose graph and model it writes
   */
  WarmBuilder(Worker worker, StagedSources sources, GradingFiles files) {
    this.worker = worker;
    this.sources = sources;
    this.files = files;
  }

  /** Compiles the sources that the process was started for. */
  Outcome compile(int seconds, Path log, Consumer<Message> listener)
      throws IOException, InterruptedException {
    Worker up = Objects.requireNonNull(worker, "the process was not taken yet");
    return up.run(up.job(), seconds, log, listener);
  }

  /**
   * Runs the builder.
   *
   * @param to takes the model and what is printed
   * @return null when this process is not to build it
   * @throws IOException when a file cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public @Nullable Outcome build(String builder, ProblemSpec spec, GradingFiles to)
      throws IOException, InterruptedException {
    int seconds = spec.limits().buildSeconds();
    if (seconds > MAX_SECONDS) {
      return null;
    }
    Outcome outcome;
    try (Worker up = take()) {
      if (up == null) {
        return null;
      }
      Job job = ((Job.Compile) up.job()).build(builder, spec);
      outcome = up.run(job, seconds, to.buildLog(), message -> {});
    }
    move(files.graph(), to.graph());
    move(files.model(), to.model());
    return outcome;
  }

  /** Whatever the builder has left there; the inspection names what is no file. */
  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private synchronized @Nullable Worker take() {
    Worker taken = worker;
    worker = null;
    return taken;
  }

  /** Ends the process, if it has built nothing. */
  @Override
  public void close() throws IOException {
    sources.close();
    Worker unused = take();
    if (unused != null) {
      unused.close();
      Files.deleteIfExists(files.graph());
      Files.deleteIfExists(files.model());
    }
  }
}
