package dev.assay.run.processes;

import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.run.isolation.ControlGroup;
import dev.assay.run.isolation.Enclosure;
import dev.assay.run.isolation.command.ChildLocale;
import dev.assay.run.isolation.command.ResourceLimits;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A child process, which does one job or, where its files are those of several, one by one. */
public final class Worker implements AutoCloseable {
  /** The time that a killed process may take to disappear. */
  private static final int EXIT_SECONDS = 10;

  /**
   * The time that a process may take to record its classes: on an idle machine it takes a second.
   */
  private static final int RECORDING_SECONDS = 60;

  private final Workers owner;
  private final Role role;
  private final Place place;
  private final Process process;
  private final Conversation conversation;
  private boolean closed;

  /** The stages of a process. */
  record Place(Enclosure enclosure, PrivateFolder scratch) {}

  Worker(Workers owner, Role role, Place place, Process process, Path log) throws IOException {
    this.owner = owner;
    this.role = role;
    this.place = place;
    this.process = process;
    conversation = new Conversation(process, log);
  }

  /** A child is told nothing of where and how the grader was started. */
  static Process launch(Enclosure enclosure) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(enclosure.command());
    builder.directory(enclosure.folder().toFile());
    Map<String, String> environment = builder.environment();
    // Windows loads no library without it.
    environment.keySet().retainAll(Set.of("SystemRoot"));
    for (String name : List.of("TMP", "TEMP", "TMPDIR")) {
      environment.put(name, enclosure.folder().toString());
    }
    environment.put("LANG", ChildLocale.name());
    environment.put("TF_CPP_MIN_LOG_LEVEL", "3");
    return builder.start();
  }

  /** The job that it was started for, with the names that its files have in there. */
  public Job job() {
    return place.enclosure().job();
  }

  /** Gives it the job that it was started for, whose end is not waited for. */
  void tell() {
    conversation.tell(place.enclosure().job());
  }

  /** The log that what it prints goes to from now on. */
  void logTo(Path log) throws IOException {
    conversation.logTo(log);
  }

  /** The process with all that it has started. */
  Stream<ProcessHandle> all() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  /** Tells whether it has not ended. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** The private memory that it and its descendants use; 0 where the system does not tell. */
  long usedBytes() {
    return ProcessTree.of(process.pid()).map(ProcessTree::bytes).orElse(0L);
  }

  /**
   * Gives it a job and waits for the outcome.
   *
   * @param job with the names that its files have in there
   * @param limitSeconds wall time from the moment that it begins
   * @param log takes what the process prints from now on, bounded
   * @param listener hears the messages before the last one
   * @throws IOException when the log cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public Outcome run(Job job, int limitSeconds, Path log, Consumer<Message> listener)
      throws IOException, InterruptedException {
    conversation.logTo(log);
    ResourceLimits limits = role.limits();
    Allowance allowance = new Allowance(limits, limitSeconds);
    Outcome outcome = conversation.ask(job, owner.required(), allowance, listener);
    owner.throwIfClosing(outcome);
    ControlGroup group = place.enclosure().group();
    return group == null ? outcome : ResourceExhaustion.seenBy(group, outcome, limits);
  }

  /** Ends it, with all that it has started. */
  void kill() {
    kill(process);
  }

  /** Unlike {@link Process#destroyForcibly}, leaves what the process printed to be read. */
  static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
  }

  /** Ends it and removes what was only its own. */
  @Override
  @SuppressWarnings("try") // the folder is held, not used
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (PrivateFolder removed = place.scratch()) {
      if (owner.archives().recording()) {
        endByItself();
      }
      conversation.close();
      owner.ended(this);
      process.onExit().completeOnTimeout(process, EXIT_SECONDS, TimeUnit.SECONDS).join();
      place.enclosure().end().run();
      owner.archives().keep(role);
    }
  }

  /** Java writes an archive of classes when it ends. */
  private void endByItself() throws IOException {
    process.getOutputStream().close();
    process.onExit().completeOnTimeout(process, RECORDING_SECONDS, TimeUnit.SECONDS).join();
  }
}
