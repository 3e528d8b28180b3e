package dev.assay.run.processes;

import dev.assay.worker.WorkerMain;
import dev.assay.worker.protocol.Job;
import dev.assay.worker.protocol.Json;
import dev.assay.worker.protocol.Message;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private final Installation installation;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public Workers(Installation installation) {
    this.installation = installation;
  }

  public Installation installation() {
    return installation;
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
    try (ScratchFolder scratch = ScratchFolder.create()) {
      return run(start(role, scratch.path()), job, limitSeconds, log, listener);
    }
  }

  private Outcome run(
      Process process, Job job, int limitSeconds, Path log, Consumer<Message> listener)
      throws IOException, InterruptedException {
    running.add(process);
    if (closed) {
      kill(process);
    }
    try (Conversation conversation = new Conversation(process, log)) {
      send(process, job);
      Outcome outcome = conversation.await(limitSeconds, listener);
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
  private Process start(Role role, Path scratch) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(role, scratch));
    builder.directory(scratch.toFile());
    Map<String, String> environment = builder.environment();
    // Windows loads no library without it.
    environment.keySet().retainAll(Set.of("SystemRoot"));
    for (String name : List.of("TMP", "TEMP", "TMPDIR")) {
      environment.put(name, scratch.toString());
    }
    environment.put("LANG", "C.UTF-8");
    environment.put("TF_CPP_MIN_LOG_LEVEL", "3");
    return builder.start();
  }

  private List<String> command(Role role, Path scratch) {
    List<String> command = new ArrayList<>();
    command.add(Installation.java().toString());
    command.addAll(
        List.of(
            "-Xmx" + role.heap(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Djava.io.tmpdir=" + scratch));
    if (role.usesTensorFlow()) {
      command.addAll(
          List.of(
              "-Dorg.bytedeco.javacpp.pathsFirst=true",
              "-Djava.library.path=" + installation.natives(),
              "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
              "-Dorg.bytedeco.javacpp.maxbytes=0"));
    }
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            role.select(installation.classPath()).stream().map(Path::toString).toList()));
    command.add(WorkerMain.class.getName());
    return command;
  }

  /** Standard input stays open: the child ends when it closes. */
  private static void send(Process process, Job job) {
    OutputStream in = process.getOutputStream();
    try {
      in.write((Json.write(job) + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      // The process is dead already; the conversation will say how.
      kill(process);
    }
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
