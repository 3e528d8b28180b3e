package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.run.data.ArrayCache;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What lies around hostile answers: files, processes and a network that they must leave alone. */
final class HostileGround implements AutoCloseable {
  /** Stands for the world: only this machine can be reached by it. */
  private static final String WORLD = "127.0.0.2";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path outside;
  private final List<Path> watched;
  private final HostileProcesses processes;
  private final ServerSocket listener;
  private final AtomicInteger connections = new AtomicInteger();
  private Map<Path, String> before = Map.of();

  private HostileGround(Path outside, List<Path> watched, HostileProcesses processes)
      throws IOException {
    this.outside = outside;
    this.watched = watched;
    this.processes = processes;
    listener = new ServerSocket(0, 50, InetAddress.getByName(WORLD));
    Thread thread = new Thread(this::listen, "hostile-ground");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Lays it out.
   *
   * @param folder gets what is to be found outside
   * @param watched folders in which nothing may change
   */
  static HostileGround in(Path folder, List<Path> watched, HostileProcesses processes)
      throws IOException {
    Path outside = Files.createDirectories(folder);
    Files.writeString(outside.resolve("secret.txt"), "the hidden labels");
    Files.createDirectories(outside.resolve("other-submission"));
    Files.writeString(outside.resolve("other-submission/Answer.java"), "class Answer {}");
    return new HostileGround(outside, watched, processes);
  }

  Path outside() {
    return outside;
  }

  int port() {
    return listener.getLocalPort();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        connections.addAndGet(socket.isConnected() ? 1 : 0);
      } catch (IOException e) {
        return;
      }
    }
  }

  /** Each file with its size and the moment it was written last, each folder with nothing. */
  private Map<Path, String> contents() throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    for (Path folder : watched) {
      Files.walkFileTree(folder, new Describer(contents));
    }
    return contents;
  }

  /**
   * Others' cases write and delete in the same folders: what goes while it is looked at is not
   * there.
   */
  private static final class Describer extends SimpleFileVisitor<Path> {
    private final Map<Path, String> contents;

    Describer(Map<Path, String> contents) {
      this.contents = contents;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      contents.put(folder, "");
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // The grader's cache notes when it was used last: by gradings of other problems, too.
      boolean noted = file.getFileName().toString().equals(ArrayCache.MARKER);
      String time = noted ? "any time" : attributes.lastModifiedTime().toString();
      contents.put(file, attributes.size() + " bytes of " + time);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      if (e == null || e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }

  /** Looks at what there is before a case; its own submission is there already. */
  void remember() throws IOException {
    before = contents();
    // Another case's, in a folder of all: it is there for a moment only.
    before.keySet().removeIf(file -> !file.startsWith(outside.getParent()) && isOfACase(file));
    connections.set(0);
  }

  private static boolean isOfACase(Path file) {
    return file.getFileName().toString().startsWith("hostile-");
  }

  /**
   * Compares with what there was.
   *
   * @param own the folder of the case's own results
   */
  void assertUntouched(Path own) throws Exception {
    // What another case does may take a moment to be undone; what this one did stays.
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Map<Path, String> after = contentsWithout(own);
    while (!after.equals(before) && System.nanoTime() < deadline) {
      Thread.sleep(5);
      after = contentsWithout(own);
    }
    assertThat(after).as("files outside").isEqualTo(before);
    assertThat(connections).as("connections to the world").hasValue(0);
    // A killed process may take a moment to go; one that was not would never.
    List<ProcessHandle> left = processes.left();
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(5);
      left = processes.left();
    }
    assertThat(left).as("processes left").isEmpty();
  }

  private Map<Path, String> contentsWithout(Path own) throws IOException {
    Map<Path, String> contents = contents();
    contents.keySet().removeIf(file -> file.startsWith(own) && !before.containsKey(file));
    return contents;
  }

  /** What an open level could not stop must not disturb the next case. */
  void tidy() throws IOException {
    processes.end();
    for (Path file : contents().keySet()) {
      if (!before.containsKey(file) && isOfACase(file)) {
        Files.deleteIfExists(file);
      }
    }
    Files.writeString(outside.resolve("secret.txt"), "the hidden labels");
  }

  @Override
  public void close() throws IOException {
    tidy();
    listener.close();
  }
}
