package dev.assay.worker;

import dev.assay.findings.FaultCode;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Tries to break out of this process's sandbox, as a candidate's code might, and reports what
 * succeeded.
 */
final class ProbeWorker {
  private static final int CHUNK_BYTES = 64 << 20;
  private static final int CONNECT_MILLIS = 2000;
  private static final String SHELL = "/bin/sh";

  private final List<Message.Attempt> attempts = new ArrayList<>();

  private ProbeWorker() {}

  /** Makes an attempt and describes what happened; throws if it is prevented. */
  private interface Way {
    Sentence go() throws Exception;
  }

  static Message run(Job.Probe job) {
    ProbeWorker probe = new ProbeWorker();
    probe.reach(job);
    probe.exceed(job.limits(), job.output());
    return new Message.Probed(probe.attempts);
  }

  private void reach(Job.Probe job) {
    for (Path secret : job.secrets()) {
      attempt(() -> read(secret), NoteCode.PROBE_READ, "file", secret.toString());
    }
    attempt(() -> connect(job.port()), NoteCode.PROBE_CONNECT);
    attempt(() -> see(job.grader()), NoteCode.PROBE_SEE_GRADER);
    attempt(
        () -> read(Path.of("/proc", Long.toString(job.grader()), "environ")),
        NoteCode.PROBE_READ_ENVIRONMENT);
    for (String folder : List.of("/", "/dev/shm", "/var/tmp", libraries())) {
      attempt(() -> write(Path.of(folder)), NoteCode.PROBE_WRITE_INTO, "folder", folder);
    }
    attempt(ProbeWorker::openTerminal, NoteCode.PROBE_OPEN_TERMINAL);
    attempt(ProbeWorker::runShell, NoteCode.PROBE_RUN_PROGRAM);
  }

  private void exceed(Job.ProbeLimits limits, Path file) {
    attempt(
        () -> fill(file, limits.fileBytes()),
        NoteCode.PROBE_FILL_FILE,
        "limit",
        limits.fileBytes());
    attempt(
        () -> startThreads(limits.threads()),
        NoteCode.PROBE_START_THREADS,
        "limit",
        limits.threads());
    attempt(
        () -> allocate(limits.memoryBytes()),
        NoteCode.PROBE_TAKE_MEMORY,
        "limit",
        limits.memoryBytes());
  }

  private void attempt(Way way, NoteCode what, Object... arguments) {
    Sentence tried = Sentence.of(what, arguments);
    try {
      attempts.add(new Message.Attempt(tried, true, way.go()));
    } catch (SentenceException e) {
      attempts.add(new Message.Attempt(tried, false, SentenceException.of(e)));
    } catch (Exception | OutOfMemoryError e) {
      String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
      attempts.add(
          new Message.Attempt(
              tried, false, Sentence.of(FaultCode.OTHER_FAILURE, "reason", reason)));
    }
  }

  private static Sentence read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        return Sentence.of(NoteCode.PROBE_FOUND_FILES, "count", files.count());
      }
    }
    return Sentence.of(NoteCode.PROBE_FOUND_BYTES, "count", Files.readAllBytes(path).length);
  }

  private static Sentence connect(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return Sentence.of(NoteCode.PROBE_CONNECTED);
    }
  }

  private static Sentence see(long process) throws IOException {
    return ProcessHandle.of(process)
        .filter(found -> found.info().command().isPresent() || found.pid() != process)
        .map(found -> found.info().command().orElse("?"))
        .map(program -> Sentence.of(NoteCode.PROBE_SAW, "program", program))
        .orElseThrow(() -> new SentenceException(Sentence.of(NoteCode.PROBE_SAW_NOTHING)));
  }

  /** The first folder that native libraries are loaded from. */
  private static String libraries() {
    return System.getProperty("java.library.path", ".").split(File.pathSeparator, 2)[0];
  }

  private static Sentence write(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "assay", "");
    Files.delete(file);
    return Sentence.of(NoteCode.PROBE_CREATED, "file", String.valueOf(file.getFileName()));
  }

  private static Sentence openTerminal() throws IOException {
    try (FileInputStream terminal = new FileInputStream("/dev/tty")) {
      return Sentence.of(NoteCode.PROBE_OPENED, "valid", terminal.getFD().valid());
    }
  }

  private static Sentence runShell() throws IOException, InterruptedException {
    int code = new ProcessBuilder(SHELL, "-c", "exit 0").start().waitFor();
    return Sentence.of(NoteCode.PROBE_ENDED, "program", SHELL, "code", code);
  }

  private static Sentence fill(Path file, long limit) throws IOException {
    byte[] chunk = new byte[1 << 20];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      while (written <= limit) {
        out.write(chunk);
        written += chunk.length;
      }
    }
    return Sentence.of(NoteCode.PROBE_WROTE, "bytes", written);
  }

  private static Sentence startThreads(int limit) {
    CountDownLatch end = new CountDownLatch(1);
    try {
      for (int i = 0; i <= limit; i++) {
        Thread thread = new Thread(() -> await(end));
        thread.setDaemon(true);
        thread.start();
      }
    } finally {
      end.countDown();
    }
    return Sentence.of(NoteCode.PROBE_STARTED, "threads", limit + 1);
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Address space only: nothing is written, so a machine without the limit keeps its memory. */
  private static Sentence allocate(long limit) throws Exception {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field field = type.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    Object unsafe = field.get(null);
    Method allocate = type.getMethod("allocateMemory", long.class);
    Method free = type.getMethod("freeMemory", long.class);
    List<Object> blocks = new ArrayList<>();
    try {
      for (long taken = 0; taken <= limit; taken += CHUNK_BYTES) {
        blocks.add(allocate.invoke(unsafe, (long) CHUNK_BYTES));
      }
    } catch (InvocationTargetException e) {
      throw new SentenceException(
          Sentence.of(NoteCode.PROBE_GOT, "bytes", bytes(blocks)),
          Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      for (Object block : blocks) {
        free.invoke(unsafe, block);
      }
    }
    return Sentence.of(NoteCode.PROBE_TOOK, "bytes", bytes(blocks));
  }

  private static long bytes(List<Object> blocks) {
    return (long) blocks.size() * CHUNK_BYTES;
  }
}
