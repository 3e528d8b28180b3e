package dev.assay.exam.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.commons.files.WholeFile;
import dev.assay.exam.ledger.LockFile;
import dev.assay.exam.sitting.StateFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of a user in practice, a line of JSON each, and the hints that were read.
 *
 * @param folder where both are; made when something is kept
 */
public record PracticeLog(Path folder) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  /** Another process writes a line in a blink. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The log of this user, in the folder of {@link StateFolder}. */
  public static PracticeLog current() {
    return new PracticeLog(StateFolder.current().resolve("practice"));
  }

  private Path attempts() {
    return folder.resolve("attempts.jsonl");
  }

  private Path hints() {
    return folder.resolve("hints.json");
  }

  /**
   * Adds an attempt.
   *
   * @throws IOException when it cannot be written, or another process keeps the lock
   */
  @SuppressWarnings("try") // the lock is held, not used
  public void add(PracticeAttempt attempt) throws IOException, InterruptedException {
    try (Closeable lock = lock()) {
      boolean torn = Files.exists(attempts()) && !endsWithLine(attempts());
      String line = (torn ? "\n" : "") + MAPPER.writeValueAsString(attempt) + "\n";
      Files.writeString(
          attempts(),
          line,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private Closeable lock() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path file = folder.resolve("lock");
    return LockFile.take(file, PATIENCE).orElseThrow(() -> new IOException(file + " is locked"));
  }

  /** A process that was killed may have left half a line. */
  private static boolean endsWithLine(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
  }

  /**
   * Reads the attempts, the oldest first. Half a line that a killed process left is no attempt.
   *
   * @throws IOException when the file cannot be read
   */
  public List<PracticeAttempt> attemptsSoFar() throws IOException {
    List<PracticeAttempt> attempts = new ArrayList<>();
    if (!Files.exists(attempts())) {
      return attempts;
    }
    // A line may be torn within a letter, which a strict reader refuses with the whole file.
    String text = new String(Files.readAllBytes(attempts()), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      PracticeAttempt attempt = line.isBlank() ? null : read(line);
      if (attempt != null) {
        attempts.add(attempt);
      }
    }
    return attempts;
  }

  private static @Nullable PracticeAttempt read(String line) {
    try {
      return MAPPER.readValue(line, PracticeAttempt.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** How many hints to a problem were read. */
  public int hintsRead(String problem) throws IOException {
    return hintsRead().getOrDefault(problem, 0);
  }

  private Map<String, Integer> hintsRead() throws IOException {
    Map<String, Integer> read = new TreeMap<>();
    if (Files.exists(hints())) {
      for (Map.Entry<String, JsonNode> each :
          MAPPER.readTree(Files.readString(hints())).properties()) {
        read.put(each.getKey(), each.getValue().asInt());
      }
    }
    return read;
  }

  /** Keeps how many hints to a problem were read. */
  @SuppressWarnings("try") // the lock is held, not used
  public void keepHints(String problem, int count) throws IOException, InterruptedException {
    try (Closeable lock = lock()) {
      Map<String, Integer> read = hintsRead();
      read.put(problem, count);
      WholeFile.write(hints(), MAPPER.writeValueAsBytes(read));
    }
  }
}
