package dev.assay.exam.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exam.blueprint.Blueprint;
import dev.assay.exam.blueprint.BlueprintReader;
import dev.assay.exam.ledger.EntryKind;
import dev.assay.exam.ledger.ExamClock;
import dev.assay.exam.ledger.Ledger;
import dev.assay.exam.ledger.LedgerEntry;
import dev.assay.exam.ledger.LedgerKey;
import dev.assay.exam.ledger.LockFile;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An exam whose ledger is read and added to. */
public final class Exam {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Another process writes an entry in a blink. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ExamFiles files;
  private final Path folder;
  private final LedgerKey key;
  private final ExamClock clock;
  private final BlueprintReader reader;

  Exam(ExamFiles files, Path folder, LedgerKey key, ExamClock clock, BlueprintReader reader) {
    this.files = files;
    this.folder = folder;
    this.key = key;
    this.clock = clock;
    this.reader = reader;
  }

  /** What Assay keeps of it. */
  public ExamFiles files() {
    return files;
  }

  /** The folder with its sheets, its answers and its ledger. */
  public Path folder() {
    return folder;
  }

  /** A number that only the owner of the exam's key knows, for a purpose; positive. */
  public long secret(String purpose) {
    return key.secret(purpose);
  }

  /** What is done with a ledger that no other process uses meanwhile. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Ledger ledger) throws IOException;
  }

  @SuppressWarnings("try") // the lock is held, not used
  private <T> T locked(Work<T> work) throws IOException, InterruptedException {
    try (Closeable lock =
        LockFile.take(files.lock(), PATIENCE)
            .orElseThrow(() -> new SentenceException(Sentence.of(FaultCode.EXAM_IN_USE)))) {
      return work.with(Ledger.open(folder.resolve(ExamFiles.LEDGER), files.head(), key, clock));
    }
  }

  /**
   * Reads the exam.
   *
   * @throws SentenceException when its ledger, an outcome or the clock was tampered with
   */
  public Sitting sitting() throws IOException, InterruptedException {
    return locked(this::sitting);
  }

  /** All entries of the ledger, after it was checked. */
  public List<LedgerEntry> entries() throws IOException, InterruptedException {
    return locked(Ledger::entries);
  }

  private Sitting sitting(Ledger ledger) throws IOException {
    List<Attempt> attempts = new ArrayList<>();
    Duration moved = Duration.ZERO;
    boolean paused = false;
    Sitting.Ending ending = null;
    for (LedgerEntry entry : ledger.entries()) {
      moved = moved.plus(entry.moved().abs());
      ObjectNode data = entry.data();
      switch (entry.kind()) {
        case STARTED -> {}
        case ARRIVED ->
            attempts.add(
                new Attempt(
                    data.path("problem").asText(),
                    data.path("attempt").asInt(),
                    entry.time().wall(),
                    entry.elapsed(),
                    data.path("sources").asText(),
                    Attempt.State.PENDING,
                    null));
        case GRADED -> attempts.replaceAll(a -> named(a, data) ? graded(a, data) : a);
        case FAULTED ->
            attempts.replaceAll(a -> named(a, data) ? a.ended(Attempt.State.FAULTED, null) : a);
        case PAUSED -> paused = true;
        case RESUMED -> paused = false;
        case FINISHED -> ending = Sitting.Ending.valueOf(data.path("ending").asText());
      }
    }
    if (attempts.stream().anyMatch(a -> a.state() == Attempt.State.GRADED && a.outcome() == null)) {
      checkOutcomes(ledger);
    }
    Duration elapsed = ending == null ? ledger.elapsed() : last(ledger).elapsed();
    return sitting(
        ledger.entries().get(0), attempts, new Sitting.Time(elapsed, paused, moved), ending);
  }

  private static LedgerEntry last(Ledger ledger) {
    return ledger.entries().get(ledger.entries().size() - 1);
  }

  private Sitting sitting(
      LedgerEntry start, List<Attempt> attempts, Sitting.Time time, Sitting.@Nullable Ending ending)
      throws IOException {
    JsonNode data = start.data();
    String text = Files.readString(files.blueprint());
    if (!Outcomes.digest(text).equals(data.path("blueprint").asText())) {
      throw changed(files.blueprint());
    }
    Blueprint blueprint =
        reader.read(files.blueprint().toString(), text).minutes(data.path("minutes").asInt());
    Sitting.Draw draw =
        new Sitting.Draw(
            data.path("seed").asLong(),
            texts(data.path("problems")),
            texts(data.path("variants")),
            data.path("base").asText(),
            Locale.forLanguageTag(data.path("language").asText()));
    return new Sitting(files.id(), blueprint, start.time().wall(), draw, attempts, time, ending);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static boolean named(Attempt attempt, ObjectNode data) {
    return attempt.problem().equals(data.path("problem").asText())
        && attempt.number() == data.path("attempt").asInt();
  }

  private Attempt graded(Attempt attempt, ObjectNode data) {
    try {
      Outcome outcome = Outcomes.read(files.outcome(attempt), data.path("outcome").asText());
      return attempt.ended(Attempt.State.GRADED, outcome);
    } catch (IOException e) {
      return attempt.ended(Attempt.State.GRADED, null);
    }
  }

  /** Refuses an exam of which an outcome is missing or another one. */
  private void checkOutcomes(Ledger ledger) throws SentenceException {
    for (LedgerEntry entry : ledger.entries()) {
      if (entry.kind() == EntryKind.GRADED) {
        Path file =
            files.outcome(
                new Attempt(
                    entry.data().path("problem").asText(),
                    entry.data().path("attempt").asInt(),
                    entry.time().wall(),
                    entry.elapsed(),
                    "",
                    Attempt.State.GRADED,
                    null));
        try {
          Outcomes.read(file, entry.data().path("outcome").asText());
        } catch (IOException e) {
          throw changed(file);
        }
      }
    }
  }

  private static SentenceException changed(Path file) {
    return new SentenceException(Sentence.of(FaultCode.EXAM_FILE, "file", file.toString()));
  }

  /**
   * Checks that a submission to a problem would be accepted now.
   *
   * @throws SentenceException when it would not, with the reason
   */
  public void requireOpen(String problem) throws IOException, InterruptedException {
    Acceptance.check(sitting(), problem);
  }

  /** Keeps the sources of a submission that is accepted. */
  @FunctionalInterface
  public interface Sources {
    /** Writes them to a new folder. */
    void writeTo(Path folder) throws IOException;
  }

  /**
   * Accepts a submission: its sources are kept and its arrival is recorded before it is graded.
   *
   * @param digest of the sources
   * @throws SentenceException when it is not accepted, with the reason; it costs no attempt
   * @throws IOException when it cannot be recorded, as on a full disk; it costs no attempt
   */
  public Attempt arrive(String problem, String digest, Sources sources)
      throws IOException, InterruptedException {
    return locked(
        ledger -> {
          Sitting now = sitting(ledger);
          Acceptance.check(now, problem);
          int number = now.attempts(problem).size() + 1;
          Attempt attempt =
              new Attempt(
                  problem,
                  number,
                  now.started(),
                  now.clock().elapsed(),
                  digest,
                  Attempt.State.PENDING,
                  null);
          Path kept = files.sources(attempt);
          Removal.of(kept);
          Files.createDirectories(kept);
          sources.writeTo(kept);
          ObjectNode data = data(attempt).put("sources", digest);
          LedgerEntry entry = ledger.append(EntryKind.ARRIVED, data);
          return new Attempt(
              problem,
              number,
              entry.time().wall(),
              entry.elapsed(),
              digest,
              Attempt.State.PENDING,
              null);
        });
  }

  private static ObjectNode data(Attempt attempt) {
    return MAPPER
        .createObjectNode()
        .put("problem", attempt.problem())
        .put("attempt", attempt.number());
  }

  /** Records what an attempt came to, unless another process has done so. */
  public void graded(Attempt attempt, Outcome outcome) throws IOException, InterruptedException {
    locked(
        ledger -> {
          if (isPending(ledger, attempt)) {
            String digest = Outcomes.write(outcome, files.outcome(attempt));
            ledger.append(EntryKind.GRADED, data(attempt).put("outcome", digest));
          }
          return ledger;
        });
  }

  /** Records that the grader failed on an attempt, unless another process has recorded its end. */
  public void faulted(Attempt attempt, String reason) throws IOException, InterruptedException {
    locked(
        ledger -> {
          if (isPending(ledger, attempt)) {
            ledger.append(EntryKind.FAULTED, data(attempt).put("reason", reason));
          }
          return ledger;
        });
  }

  private static boolean isPending(Ledger ledger, Attempt attempt) {
    return ledger.entries().stream()
        .filter(e -> e.kind() == EntryKind.GRADED || e.kind() == EntryKind.FAULTED)
        .noneMatch(e -> named(attempt, e.data()));
  }

  /**
   * Stops the clock.
   *
   * @throws SentenceException when the blueprint does not allow it, or the exam is not open
   */
  public void pause() throws IOException, InterruptedException {
    locked(
        ledger -> {
          Acceptance.checkPause(sitting(ledger));
          return ledger.append(EntryKind.PAUSED, MAPPER.createObjectNode());
        });
  }

  /**
   * Lets the clock go on.
   *
   * @throws SentenceException when it does not stand still
   */
  public void resume() throws IOException, InterruptedException {
    locked(
        ledger -> {
          Acceptance.checkResume(sitting(ledger));
          return ledger.append(EntryKind.RESUMED, MAPPER.createObjectNode());
        });
  }

  /** Ends the exam, unless it has ended. */
  public void finish() throws IOException, InterruptedException {
    locked(
        ledger -> {
          Sitting now = sitting(ledger);
          if (now.ending() == null) {
            Sitting.Ending ending =
                now.isOver() ? Sitting.Ending.DEADLINE : Sitting.Ending.FINISHED;
            ledger.append(
                EntryKind.FINISHED, MAPPER.createObjectNode().put("ending", ending.name()));
          }
          return ledger;
        });
  }

  /** Begins the ledger of a new exam. */
  void begin(String blueprint, int minutes, Sitting.Draw draw)
      throws IOException, InterruptedException {
    ObjectNode data = MAPPER.createObjectNode();
    data.put("exam", files.id()).put("blueprint", Outcomes.digest(blueprint));
    data.put("minutes", minutes).put("seed", draw.seed());
    data.put("language", draw.language().getLanguage());
    ArrayNode problems = data.putArray("problems");
    draw.problems().forEach(problems::add);
    ArrayNode variants = data.putArray("variants");
    draw.variants().forEach(variants::add);
    data.put("base", draw.base());
    Ledger.create(folder.resolve(ExamFiles.LEDGER), files.head(), key, clock)
        .append(EntryKind.STARTED, data);
  }
}
