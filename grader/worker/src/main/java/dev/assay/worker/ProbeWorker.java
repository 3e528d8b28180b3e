package dev.assay.worker;

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
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Tries to break out of this process's sandbox, as a candidate's code might, and reports what
 * succeeded.
 */
final class ProbeWorker {
  private static final int CHUNK_BYTES = 64 << 20;
  private static final int CONNECT_MILLIS = 2000;

  private final List<Message.Attempt> attempts = new ArrayList<>();

  private ProbeWorker() {}

  /** Makes an attempt and describes what happened; throws if it is prevented. */
  private interface Way {
    String go() throws Exception;
  }

  static Message run(Job.Probe job) {
    ProbeWorker probe = new ProbeWorker();
    job.secrets().forEach(secret -> probe.attempt("read " + secret, () -> read(secret)));
    probe.attempt("connect to this machine's own address", () -> connect(job.port()));
    probe.attempt("see the grader's process", () -> see(job.grader()));
    probe.attempt(
        "read the grader's environment",
        () -> read(Path.of("/proc", Long.toString(job.grader()), "environ")));
    for (String folder : List.of("/", "/dev/shm", "/var/tmp", libraries())) {
      probe.attempt("write into " + folder, () -> write(Path.of(folder)));
    }
    probe.attempt("open the terminal", ProbeWorker::openTerminal);
    probe.attempt("run another program", ProbeWorker::runShell);
    probe.attempt(
        String.format(
            Locale.ROOT, "write a file of more than %d MiB", job.limits().fileBytes() >> 20),
        () -> fill(job.output(), job.limits().fileBytes()));
    probe.attempt(
        String.format(Locale.ROOT, "start more than %d threads", job.limits().threads()),
        () -> startThreads(job.limits().threads()));
    probe.attempt(
        String.format(
            Locale.ROOT, "take more than %d MiB of memory", job.limits().memoryBytes() >> 20),
        () -> allocate(job.limits().memoryBytes()));
    return new Message.Probed(probe.attempts);
  }

  private void attempt(String what, Way way) {
    try {
      attempts.add(new Message.Attempt(what, true, way.go()));
    } catch (Exception | OutOfMemoryError e) {
      attempts.add(
          new Message.Attempt(
              what, false, e.getClass().getSimpleName() + ": " + String.valueOf(e.getMessage())));
    }
  }

  private static String read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        return files.count() + " files";
      }
    }
    return Files.readAllBytes(path).length + " bytes";
  }

  private static String connect(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return "connected";
    }
  }

  private static String see(long process) throws IOException {
    return ProcessHandle.of(process)
        .filter(found -> found.info().command().isPresent() || found.pid() != process)
        .map(found -> "it is " + found.info().command().orElse("there"))
        .orElseThrow(() -> new IOException("no such process"));
  }

  /** The first folder that native libraries are loaded from. */
  private static String libraries() {
    return System.getProperty("java.library.path", ".").split(File.pathSeparator, 2)[0];
  }

  private static String write(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "assay", "");
    Files.delete(file);
    return "created " + file.getFileName();
  }

  private static String openTerminal() throws IOException {
    try (FileInputStream terminal = new FileInputStream("/dev/tty")) {
      return terminal.getFD().valid() ? "opened" : "opened, but closed again";
    }
  }

  private static String runShell() throws IOException, InterruptedException {
    int code = new ProcessBuilder("/bin/sh", "-c", "exit 0").start().waitFor();
    return "/bin/sh ended with code " + code;
  }

  private static String fill(Path file, long limit) throws IOException {
    byte[] chunk = new byte[1 << 20];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      while (written <= limit) {
        out.write(chunk);
        written += chunk.length;
      }
    }
    return "wrote " + written + " bytes";
  }

  private static String startThreads(int limit) {
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
    return "started " + (limit + 1);
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Address space only: nothing is written, so a machine without the limit keeps its memory. */
  private static String allocate(long limit) throws Exception {
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
      throw new IOException(
          String.format(Locale.ROOT, "got %d MiB", mebibytes(blocks)), e.getCause());
    } finally {
      for (Object block : blocks) {
        free.invoke(unsafe, block);
      }
    }
    return String.format(Locale.ROOT, "took %d MiB", mebibytes(blocks));
  }

  private static long mebibytes(List<Object> blocks) {
    return (long) blocks.size() * (CHUNK_BYTES >> 20);
  }
}
