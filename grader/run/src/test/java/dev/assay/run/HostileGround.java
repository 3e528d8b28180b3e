package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies around a hostile answer: files, processes and a network that it must leave alone. */
final class HostileGround implements AutoCloseable {
  /** Stands for the world: only this machine can be reached by it. */
  private static final String WORLD = "127.0.0.2";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path outside;
  private final ServerSocket listener;
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<String, String> before;
  private final Set<ProcessHandle> processes;

  private HostileGround(Path outside, ServerSocket listener) throws IOException {
    this.outside = outside;
    this.listener = listener;
    before = contents();
    processes = children();
    Thread thread = new Thread(this::listen, "hostile-ground");
    thread.setDaemon(true);
    thread.start();
  }

  static HostileGround in(Path folder) throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.txt"), "the hidden labels");
    Files.createDirectories(outside.resolve("other-submission"));
    Files.writeString(outside.resolve("other-submission/result.json"), "{\"points\": 5}");
    return new HostileGround(outside, new ServerSocket(0, 50, InetAddress.getByName(WORLD)));
  }

  Map<String, String> places() {
    return Map.of(
        "OUTSIDE", outside.toString(),
        "PORT", Integer.toString(listener.getLocalPort()),
        "GRADER", Long.toString(ProcessHandle.current().pid()));
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

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  private Set<ProcessHandle> left() {
    return children().stream()
        .filter(process -> !processes.contains(process) && process.isAlive())
        .collect(Collectors.toSet());
  }

  /** Each file with its text, each folder with nothing. */
  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(outside)) {
      for (Path file : files.toList()) {
        contents.put(
            outside.relativize(file).toString(),
            Files.isRegularFile(file) ? Files.readString(file) : "");
      }
    }
    return contents;
  }

  /** A killed process may take a moment to go; one that was not would never. */
  void assertUntouched() throws Exception {
    assertThat(contents()).isEqualTo(before);
    assertThat(connections).as("connections to the world").hasValue(0);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!left().isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertThat(left()).as("processes left").isEmpty();
    assertThat(marked()).as("processes left, by their folder").isEmpty();
  }

  /** Processes that were adopted by another parent: only their working folder tells whose. */
  private List<Path> marked() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.filter(process -> process.getFileName().toString().matches("\\d+"))
          .filter(HostileGround::isInScratch)
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static boolean isInScratch(Path process) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).toString().contains("assay-worker-");
    } catch (IOException e) {
      return false;
    }
  }

  /** What an open level could not stop must not disturb the next case. */
  void endWhatIsLeft() throws IOException {
    left().forEach(ProcessHandle::destroyForcibly);
    for (Path process : marked()) {
      ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Override
  public void close() throws IOException {
    endWhatIsLeft();
    listener.close();
  }
}
