package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

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
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList()) {
          contents.put(file, describe(file));
        }
      }
    }
    return contents;
  }

  private static String describe(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isDirectory()
        ? ""
        : attributes.size() + " bytes of " + attributes.lastModifiedTime();
  }

  /** Looks at what there is before a case; its own submission is there already. */
  void remember() throws IOException {
    before = contents();
    connections.set(0);
  }

  /**
   * Compares with what there was.
   *
   * @param own the folder of the case's own results
   */
  void assertUntouched(Path own) throws Exception {
    Map<Path, String> after = contents();
    after.keySet().removeIf(file -> file.startsWith(own) && !before.containsKey(file));
    assertThat(after).as("files outside").isEqualTo(before);
    assertThat(connections).as("connections to the world").hasValue(0);
    // A killed process may take a moment to go; one that was not would never.
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<ProcessHandle> left = processes.left();
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(5);
      left = processes.left();
    }
    assertThat(left).as("processes left").isEmpty();
  }

  /** What an open level could not stop must not disturb the next case. */
  void tidy() throws IOException {
    processes.end();
    for (Path file : contents().keySet()) {
      if (!before.containsKey(file) && file.getFileName().toString().startsWith("hostile-")) {
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
