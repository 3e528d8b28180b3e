package dev.assay.batch.shards;

import dev.assay.commons.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The sign of life of one grader: a file with a number that grows.
 *
 * <p>Others watch whether the file changes, on their own clock, so that clocks of machines need not
 * agree, and a copied folder holds no grader that seems alive.
 */
final class Heartbeat implements AutoCloseable {
  private final Path file;
  private final Path token;
  private final String name;
  private final ScheduledExecutorService beats;
  private long count;

  private Heartbeat(Path folder, String name, ScheduledExecutorService beats) {
    file = folder.resolve(name + ".beat");
    token = folder.resolve(name + ".name");
    this.name = name;
    this.beats = beats;
  }

  /**
   * Starts to beat.
   *
   * @param folder of all graders
   * @param lease how long others wait for a sign of life; the file changes four times in it
   */
  static Heartbeat start(Path folder, Duration lease) throws IOException {
    Files.createDirectories(folder);
    ScheduledExecutorService beats =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    Heartbeat heartbeat = new Heartbeat(folder, UUID.randomUUID().toString(), beats);
    WholeFile.write(heartbeat.token, heartbeat.name.getBytes(StandardCharsets.UTF_8));
    heartbeat.beat();
    long period = Math.max(1, lease.toMillis() / 4);
    ScheduledFuture<?> unused =
        beats.scheduleAtFixedRate(heartbeat::tryToBeat, period, period, TimeUnit.MILLISECONDS);
    return heartbeat;
  }

  /** The grader's name, unlike any other. */
  String name() {
    return name;
  }

  /** A file that holds the name, to make claims of in a single step. */
  Path token() {
    return token;
  }

  private void beat() throws IOException {
    count++;
    byte[] content = Long.toString(count).getBytes(StandardCharsets.UTF_8);
    WholeFile.writeUnforced(file, channel -> channel.write(java.nio.ByteBuffer.wrap(content)));
  }

  private void tryToBeat() {
    try {
      beat();
    } catch (IOException e) {
      // The next one may get through; if none does, others take over, and commits find that out.
      return;
    }
  }

  /** Reads what tells that a grader lives; empty where it has ended in order. */
  static String sign(Path folder, String name) {
    try {
      return Files.readString(folder.resolve(name + ".beat"));
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }

  /** Ends in order: what the grader had claimed is free at once. */
  @Override
  public void close() throws IOException {
    beats.shutdownNow();
    try {
      beats.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(file);
    Files.deleteIfExists(token);
  }
}
