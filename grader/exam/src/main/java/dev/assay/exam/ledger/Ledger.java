package dev.assay.exam.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of an exam: lines to which others are only added, each with the HMAC of itself and of
 * the line before.
 *
 * <p>How many there are, and the last one's HMAC, is kept in a second file beside the key. An entry
 * is written to the ledger first and then counted there, and the disk has each before the next
 * step. So of a process that is killed there may be a single genuine entry that is not counted yet,
 * which the next process counts, or a part of a line, which was never told to anybody and is
 * removed.
 *
 * <p>Only one process at a time may use it: the caller holds a {@link LockFile}.
 */
public final class Ledger {
  private final Path file;
  private final Path headFile;
  private final LedgerKey key;
  private final ExamClock clock;
  private final List<LedgerEntry> entries = new ArrayList<>();
  private LedgerHead head;

  private Ledger(Path file, Path headFile, LedgerKey key, ExamClock clock, LedgerHead head) {
    this.file = file;
    this.headFile = headFile;
    this.key = key;
    this.clock = clock;
    this.head = head;
  }

  /**
   * Begins a ledger.
   *
   * @param file of the ledger; must not exist
   * @param headFile beside the key
   * @throws IOException when they cannot be written
   */
  public static Ledger create(Path file, Path headFile, LedgerKey key, ExamClock clock)
      throws IOException {
    Files.createFile(file);
    LedgerHead head = new LedgerHead(String.valueOf(file.getParent()), 0, "", 0);
    head.write(headFile, key);
    return new Ledger(file, headFile, key, clock, head);
  }

  /** The exam's folder, as the file beside the key has it. */
  public static Path folder(Path headFile, LedgerKey key) throws SentenceException {
    return Path.of(LedgerHead.read(headFile, key).folder());
  }

  /**
   * Reads a ledger, and counts what a killed process has left uncounted.
   *
   * @throws SentenceException when it was changed, with the line and the reason
   * @throws IOException when it cannot be read
   */
  public static Ledger open(Path file, Path headFile, LedgerKey key, ExamClock clock)
      throws IOException {
    Ledger ledger = new Ledger(file, headFile, key, clock, LedgerHead.read(headFile, key));
    ledger.read();
    return ledger;
  }

  /** All entries, the first one first. */
  public List<LedgerEntry> entries() {
    return List.copyOf(entries);
  }

  private void read() throws IOException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw fault(Fault.MISSING, 0);
    }
    int start = 0;
    String previous = "";
    int end = text.indexOf('\n');
    while (end >= 0) {
      int number = entries.size() + 1;
      if (number > head.count() + 1) {
        throw fault(Fault.TOO_MANY, number);
      }
      previous = add(text.substring(start, end), number, previous);
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    if (entries.size() < head.count()) {
      throw fault(Fault.CUT, entries.size() + 1);
    }
    if (start < text.length()) {
      cut(start);
    }
    if (entries.size() > head.count()) {
      count(previous, start);
    }
  }

  /** Checks a line and returns its HMAC. */
  private String add(String latin, int number, String previous) throws SentenceException {
    String line = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    SignedLine signed = SignedLine.read(key, line).orElseThrow(() -> fault(Fault.CHANGED, number));
    LedgerEntry entry = entry(signed.json(), number);
    if (!signed.json().path("previous").asText().equals(previous) || entry.number() != number) {
      throw fault(Fault.MOVED, number);
    }
    if (number == head.count() && !signed.mac().equals(head.digest())) {
      throw fault(Fault.EXCHANGED, number);
    }
    LedgerEntry last = last();
    if (last != null && entry.elapsed().compareTo(last.elapsed()) < 0) {
      throw fault(Fault.TIME, number);
    }
    entries.add(entry);
    return signed.mac();
  }

  private LedgerEntry entry(ObjectNode json, int number) throws SentenceException {
    try {
      JsonNode boot = json.get("boot");
      ExamTime time =
          new ExamTime(
              Instant.parse(json.get("at").textValue()),
              boot.isNull() ? null : boot.textValue(),
              Duration.ofMillis(json.get("uptimeMillis").longValue()));
      return new LedgerEntry(
          json.get("number").intValue(),
          EntryKind.valueOf(json.get("kind").textValue()),
          time,
          Duration.ofMillis(json.get("elapsedMillis").longValue()),
          Duration.ofMillis(json.get("movedMillis").longValue()),
          (ObjectNode) json.get("data"));
    } catch (RuntimeException e) {
      throw fault(Fault.CHANGED, number);
    }
  }

  /** In how many ways a ledger can be another than the one that was written. */
  private enum Fault {
    MISSING,
    CHANGED,
    MOVED,
    EXCHANGED,
    CUT,
    TOO_MANY,
    TIME
  }

  private SentenceException fault(Fault fault, int line) {
    return new SentenceException(
        Sentence.of(
            FaultCode.EXAM_LEDGER,
            "file",
            file.toString(),
            "fault",
            fault,
            "line",
            line,
            "entries",
            head.count()));
  }

  private @Nullable LedgerEntry last() {
    return entries.isEmpty() ? null : entries.get(entries.size() - 1);
  }

  /**
   * The time of the exam that has passed until now, pauses left out.
   *
   * @throws SentenceException when the clock was set back, so that the time is not known
   */
  public Duration elapsed() throws SentenceException {
    return elapsed(clock.now());
  }

  private Duration elapsed(ExamTime now) throws SentenceException {
    LedgerEntry last = last();
    if (last == null) {
      return Duration.ZERO;
    }
    Duration passed = now.since(last.time());
    if (passed.compareTo(ExamTime.TOLERANCE.negated()) < 0) {
      throw new SentenceException(
          Sentence.of(
              FaultCode.EXAM_CLOCK_BACK,
              "now",
              now.wall().toString(),
              "last",
              last.time().wall().toString()));
    }
    boolean counts = last.kind() != EntryKind.PAUSED && last.kind() != EntryKind.FINISHED;
    return counts && !passed.isNegative() ? last.elapsed().plus(passed) : last.elapsed();
  }

  /**
   * Adds an entry. When it returns, the disk has it.
   *
   * @param data of its kind
   * @throws SentenceException when the clock was set back; nothing is added then
   * @throws IOException when it cannot be written; nothing is added then
   */
  public LedgerEntry append(EntryKind kind, ObjectNode data) throws IOException {
    ExamTime now = clock.now();
    LedgerEntry last = last();
    LedgerEntry entry =
        new LedgerEntry(
            entries.size() + 1,
            kind,
            now,
            elapsed(now),
            last == null ? Duration.ZERO : now.movedSince(last.time()),
            data);
    String line = SignedLine.write(key, json(entry));
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    write(bytes);
    try {
      count(line.substring(0, line.indexOf(' ')), head.bytes() + bytes.length);
    } catch (IOException e) {
      cut(head.bytes());
      throw e;
    }
    entries.add(entry);
    return entry;
  }

  private ObjectNode json(LedgerEntry entry) {
    ObjectNode json = SignedLine.MAPPER.createObjectNode();
    json.put("number", entry.number());
    json.put("kind", entry.kind().name());
    json.put("at", entry.time().wall().toString());
    json.put("boot", entry.time().boot());
    json.put("uptimeMillis", entry.time().uptime().toMillis());
    json.put("elapsedMillis", entry.elapsed().toMillis());
    json.put("movedMillis", entry.moved().toMillis());
    json.set("data", entry.data());
    json.put("previous", head.digest());
    return json;
  }

  /** Writes at the end; on a full disk the ledger is what it was before. */
  private void write(byte[] line) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (channel.size() != head.bytes()) {
        throw fault(Fault.CHANGED, entries.size() + 1);
      }
      try {
        channel.position(head.bytes());
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(head.bytes());
        throw e;
      }
    }
  }

  /** Removes a part of a line that a killed process has left. */
  private void cut(long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    }
  }

  private void count(String digest, long bytes) throws IOException {
    int count = head.count() + 1;
    LedgerHead next = new LedgerHead(head.folder(), count, digest, bytes);
    next.write(headFile, key);
    head = next;
  }

  /** The entry of a kind that was added last; empty where there is none. */
  public Optional<LedgerEntry> last(EntryKind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).reduce((a, b) -> b);
  }
}
