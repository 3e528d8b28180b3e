package dev.assay.run.processes;

import dev.assay.run.isolation.ControlGroup;
import dev.assay.run.isolation.Enclosure;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Program;
import dev.assay.run.isolation.Sandbox;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.worker.WorkerMain;
import dev.assay.worker.protocol.Job;
import dev.assay.worker.protocol.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts child processes, one for each job, and ends them all when the grader ends. */
public final class Workers {
  /** How long a process that was killed may take to be gone. */
  private static final int EXIT_SECONDS = 10;

  /** How long a process may take to record its classes: a second, where nothing else runs. */
  private static final int RECORDING_SECONDS = 60;

  private final Installation installation;
  private final Sandbox sandbox;
  private final Isolation.Level required;
  private final ClassArchives archives;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Workers in the best sandbox that works here, whatever it is worth. */
  public Workers(Installation installation) {
    this(installation, Sandboxes.best().sandbox(), Isolation.Level.NONE);
  }

  /**
   * Workers in a sandbox.
   *
   * @param required the least isolation; a process that measures less is given no job
   */
  public Workers(Installation installation, Sandbox sandbox, Isolation.Level required) {
    this(
        installation,
        sandbox,
        required,
        new ClassArchives(
            installation.classData().resolve(sandbox.name().replace(' ', '-')), false));
  }

  private Workers(
      Installation installation,
      Sandbox sandbox,
      Isolation.Level required,
      ClassArchives archives) {
    this.installation = installation;
    this.sandbox = sandbox;
    this.required = required;
    this.archives = archives;
  }

  /**
   * The same, but each records the classes that it loads: others of its role start faster then.
   * They are to be given no candidate's code.
   */
  public Workers recording() {
    return new Workers(installation, sandbox, required, new ClassArchives(archives.folder(), true));
  }

  /** Whether workers of all roles have been recorded since Assay was built. */
  public boolean areRecorded() throws IOException {
    return archives.areCurrent(installation.classPath());
  }

  /** What the processes are started from. */
  public Installation installation() {
    return installation;
  }

  /** The least isolation of a process that is given a job. */
  public Isolation.Level required() {
    return required;
  }

  /**
   * Runs a job in a process of its own and waits for its end.
   *
   * @param limitSeconds wall time from the moment the process is up
   * @param log takes what the process prints, bounded
   * @param listener hears the messages before the last one
   * @throws IOException when the process cannot be started
   * @throws InterruptedException when the grader is ending
   */
  public Outcome run(Role role, Job job, int limitSeconds, Path log, Consumer<Message> listener)
      throws IOException, InterruptedException {
    requireNatives(role);
    if (closed) {
      throw new InterruptedException("the grader is ending");
    }
    Program program = program(role, limitSeconds);
    try (ScratchFolder scratch = ScratchFolder.create()) {
      Enclosure enclosure = sandbox.enclose(program, job, scratch.path());
      try {
        Outcome outcome =
            run(
                start(enclosure),
                enclosure.job(),
                new Allowance(program.limits(), limitSeconds),
                log,
                listener);
        ControlGroup group = enclosure.group();
        return group == null ? outcome : Exhaustion.seenBy(group, outcome, program.limits());
      } finally {
        enclosure.end().run();
        archives.keep(role);
      }
    }
  }

  /** The thread that starts the process waits for its end: with it, bubblewrap's would end. */
  private Outcome run(
      Process process, Job job, Allowance allowance, Path log, Consumer<Message> listener)
      throws IOException, InterruptedException {
    running.add(process);
    if (closed) {
      kill(process);
    }
    try (Conversation conversation = new Conversation(process, log)) {
      Outcome outcome = conversation.await(job, required, allowance, listener);
      if (archives.recording()) {
        // Java writes the archive after the answer.
        process.waitFor(RECORDING_SECONDS, TimeUnit.SECONDS);
      }
      throwIfClosing(outcome);
      return outcome;
    } finally {
      kill(process);
      running.remove(process);
      process.onExit().completeOnTimeout(process, EXIT_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  /** Ends all children; none is started from now on. */
  public void close() {
    closed = true;
    running.forEach(Workers::kill);
  }

  private void requireNatives(Role role) throws IOException {
    if (role.usesTensorFlow() && !installation.hasNatives()) {
      throw new IOException(
          "TensorFlow's native libraries are not in %s. Build Assay again: that puts them there."
              .formatted(installation.natives()));
    }
  }

  /** A child is told nothing of where and how the grader was started. */
  private static Process start(Enclosure enclosure) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(enclosure.command());
    builder.directory(enclosure.folder().toFile());
    Map<String, String> environment = builder.environment();
    // Windows loads no library without it.
    environment.keySet().retainAll(Set.of("SystemRoot"));
    for (String name : List.of("TMP", "TEMP", "TMPDIR")) {
      environment.put(name, enclosure.folder().toString());
    }
    environment.put("LANG", "C.UTF-8");
    environment.put("TF_CPP_MIN_LOG_LEVEL", "3");
    return builder.start();
  }

  private Program program(Role role, int limitSeconds) throws IOException {
    List<Path> classPath = role.select(installation.classPath());
    int cores = Runtime.getRuntime().availableProcessors();
    return new Program(
        WorkerMain.class.getName(),
        classPath,
        role.usesTensorFlow() ? installation.natives() : null,
        archives.of(role, classPath),
        role.limits(),
        (limitSeconds + Conversation.START_SECONDS) * cores,
        List.of(installation.home().resolve("pom.xml"), installation.embeddedData()));
  }

  /** Ctrl-C reaches the children first: their death is no result if the grader is ending too. */
  private void throwIfClosing(Outcome outcome) throws InterruptedException {
    if (outcome instanceof Outcome.Died) {
      Thread.sleep(200);
    }
    if (closed) {
      throw new InterruptedException("the grader is ending");
    }
  }

  /** Unlike {@link Process#destroyForcibly}, leaves what the process printed to be read. */
  static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
  }
}
