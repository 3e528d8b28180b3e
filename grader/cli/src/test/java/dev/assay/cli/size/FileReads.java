package dev.assay.cli.size;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Counts how often this process reads files, as Java's flight recorder hears of it. */
final class FileReads {
  private static final String EVENT = "jdk.FileRead";

  private FileReads() {}

  /** Work that reads files. */
  interface Work {
    void run() throws IOException;
  }

  /** Counts the reads of each file with a name, of those that got any bytes. */
  static Map<String, Integer> during(String name, Work work) throws IOException {
    Path file = Files.createTempFile("reads", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable(EVENT).withThreshold(Duration.ZERO).withoutStackTrace();
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    Map<String, Integer> reads = new TreeMap<>();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        String path = event.getString("path");
        if (path != null && path.endsWith("/" + name) && event.getLong("bytesRead") > 0) {
          reads.merge(path, 1, Integer::sum);
        }
      }
    }
    Files.delete(file);
    return reads;
  }
}
