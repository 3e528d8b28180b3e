package dev.assay.run.processes;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.protocol.WorkerProcess;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandbox;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.isolation.command.Program;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts child processes, one for each job or, kept warm, some for many, and ends them all when the
 * grader ends.
 */
public final class Workers implements AutoCloseable {
  private final Installation installation;
  private final Sandbox sandbox;
  private final Isolation.Level required;
  private final ClassArchives archives;
  private final Set<Worker> running = ConcurrentHashMap.newKeySet();
  private final @Nullable Pools pools;
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
        new ClassArchives(installation.classData().resolve(archivesFor(sandbox)), false),
        false);
  }

  /** An archive fits one kind of sandbox, which has its own names for the files, and one Java. */
  private static String archivesFor(Sandbox sandbox) {
    return sandbox.name().replace(' ', '-') + "-" + Runtime.version();
  }

  private Workers(
      Installation installation,
      Sandbox sandbox,
      Isolation.Level required,
      ClassArchives archives,
      boolean warm) {
    this.installation = installation;
    this.sandbox = sandbox;
    this.required = required;
    this.archives = archives;
    pools = warm ? new Pools(this) : null;
  }

  /**
   * The same, but processes that run no code of a candidate do one job after the other. These
   * workers must be closed in the end.
   */
  public Workers warm() {
    return new Workers(installation, sandbox, required, archives, true);
  }

  /**
   * The same, but each records the classes that it loads: others of its role start faster then.
   * They are to be given no candidate's code.
   */
  public Workers recording() {
    return new Workers(
        installation, sandbox, required, new ClassArchives(archives.folder(), true), false);
  }

  /** Tells whether workers of all roles have been recorded since Assay was built. */
  public boolean areRecorded() throws IOException {
    return archives.areCurrent(installation.classPath());
  }

  /** The kind of sandbox and the Java that the recorded classes fit, as the name of a folder. */
  public String recordedFor() {
    return archivesFor(sandbox);
  }

  /** The installation that the processes are started from. */
  public Installation installation() {
    return installation;
  }

  /** Expects a number of submissions, so that what they need is ready when they come. */
  public void expect(int submissions) {
    if (pools != null) {
      pools.expect(submissions);
    }
  }

  /** Expects the builds of a submission that {@link #compilesForMany} was true for. */
  public void expectBuilds(int count) {
    if (pools != null) {
      pools.expectBuilds(count);
    }
  }

  /** Tells whether a process that serves many compiles the submissions. */
  public boolean compilesForMany() {
    return pools != null && pools.compiles();
  }

  /**
   * Starts a process that will be needed soon, where processes are kept.
   *
   * @param threads of TensorFlow's
   */
  public void prepare(Role role, int threads) {
    if (pools != null) {
      pools.prepare(role, threads);
    }
  }

  /** The processes that wait for work, with all that they have started. */
  public List<ProcessHandle> waiting() throws IOException, InterruptedException {
    return pools == null ? List.of() : pools.waiting();
  }

  /**
   * Runs a job in a process that is up already or stays up afterwards, and waits for its end.
   *
   * @param limitSeconds wall time from the moment that it begins
   * @param log takes what the process prints, bounded
   * @param listener hears the messages before the last one
   * @return null where a process of its own must do the job, and what was heard is void
   * @throws IOException when the process cannot be started
   * @throws InterruptedException when the grader is ending
   */
  public @Nullable Outcome runWarm(Job job, int limitSeconds, Path log, Consumer<Message> listener)
      throws IOException, InterruptedException {
    return pools == null ? null : pools.run(job, limitSeconds, log, listener);
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
    try (Worker worker = start(role, job, limitSeconds, log)) {
      return worker.run(worker.job(), limitSeconds, log, listener);
    }
  }

  /**
   * Starts a process, which the thread that starts it must also close: with it, bubblewrap's would
   * end.
   *
   * @param job whose files the process is shown
   * @param limitSeconds wall time of all that it will do
   * @param log takes what the process prints, bounded
   * @throws IOException when the process cannot be started
   * @throws InterruptedException when the grader is ending
   */
  public Worker start(Role role, Job job, int limitSeconds, Path log)
      throws IOException, InterruptedException {
    installation.requireNatives();
    if (closed) {
      throw new InterruptedException("the grader is ending");
    }
    Program program = program(role, limitSeconds);
    PrivateFolder scratch = PrivateFolder.create("worker");
    try {
      return start(
          role, new Worker.Place(sandbox.enclose(program, job, scratch.path()), scratch), log);
    } catch (IOException e) {
      scratch.close();
      throw e;
    }
  }

  private Worker start(Role role, Worker.Place place, Path log) throws IOException {
    Process process = null;
    try {
      process = Worker.launch(place.enclosure());
      return watched(new Worker(this, role, place, process, log));
    } catch (IOException e) {
      if (process != null) {
        Worker.kill(process);
      }
      place.enclosure().end().run();
      throw e;
    }
  }

  private Worker watched(Worker worker) {
    running.add(worker);
    if (closed) {
      worker.kill();
    }
    return worker;
  }

  /** Ends all children; none is started from now on. May be called by any thread, and again. */
  @Override
  public void close() {
    closed = true;
    running.forEach(Worker::kill);
    if (pools != null) {
      pools.close();
    }
  }

  /**
   * Checks that child processes can be started from what was built.
   *
   * @throws IOException with what to do, when there are no native libraries or, where root starts
   *     children of another user, when that user may not read what was built
   */
  public void requireInstallation() throws IOException {
    installation.requireNatives();
    List<Path> needed =
        Stream.concat(installation.classPath().stream(), Stream.of(installation.natives()))
            .filter(Files::exists)
            .toList();
    Optional<Path> closed = sandbox.closed(needed);
    if (closed.isPresent()) {
      throw new SentenceException(
          Sentence.of(
              FaultCode.ROOT_ONLY,
              "file",
              closed.get().toString(),
              "home",
              installation.home().toString()));
    }
  }

  private Program program(Role role, int limitSeconds) throws IOException {
    List<Path> classPath = role.select(installation.classPath());
    int cores = Runtime.getRuntime().availableProcessors();
    return new Program(
        WorkerProcess.MAIN_CLASS,
        classPath,
        installation.natives(),
        archives.of(role, classPath),
        role.limits(),
        (limitSeconds + Conversation.START_SECONDS) * cores,
        List.of(installation.home().resolve("assay"), installation.embeddedData()));
  }

  /** Ctrl-C reaches the children first: their death is no result if the grader is ending too. */
  void throwIfClosing(Outcome outcome) throws InterruptedException {
    if (outcome instanceof Outcome.Died) {
      Thread.sleep(200);
    }
    if (closed) {
      throw new InterruptedException("the grader is ending");
    }
  }

  /** One of its processes has ended. */
  void ended(Worker worker) {
    running.remove(worker);
  }

  /** The least isolation of a process that is given a job. */
  public Isolation.Level required() {
    return required;
  }

  ClassArchives archives() {
    return archives;
  }
}
