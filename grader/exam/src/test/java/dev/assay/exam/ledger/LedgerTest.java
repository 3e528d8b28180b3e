package dev.assay.exam.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  @TempDir private Path folder;

  private final TestClock clock = new TestClock();

  @SuppressWarnings("NullAway.Init")
  private LedgerKey key;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("시험"));
    key = LedgerKey.create(folder.resolve("key"));
    Ledger ledger = Ledger.create(file(), head(), key, clock);
    append(ledger, EntryKind.STARTED, "하나");
    append(ledger, EntryKind.ARRIVED, "둘");
    append(ledger, EntryKind.GRADED, "셋");
  }

  private Path file() {
    return folder.resolve("시험/ledger.jsonl");
  }

  private Path head() {
    return folder.resolve("head");
  }

  private static ObjectNode data(String text) {
    return new ObjectMapper().createObjectNode().put("text", text);
  }

  private void append(Ledger ledger, EntryKind kind, String text) throws IOException {
    ledger.append(kind, data(text));
    clock.pass(Duration.ofMinutes(10));
  }

  private Ledger open() throws IOException {
    return Ledger.open(file(), head(), key, clock);
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(file()));
  }

  private void writeLines(List<String> lines) throws IOException {
    Files.writeString(file(), String.join("\n", lines) + "\n");
  }

  private void assertFault(String... words) {
    assertThatThrownBy(this::open)
        .isInstanceOf(SentenceException.class)
        .hasMessageContaining("is not the one that Assay wrote")
        .hasMessageContainingAll(words);
  }

  @Test
  void whatWasWrittenIsReadByAnotherProcess() throws IOException {
    Ledger ledger = open();
    assertThat(ledger.entries().stream().map(LedgerEntry::kind))
        .containsExactly(EntryKind.STARTED, EntryKind.ARRIVED, EntryKind.GRADED);
    assertThat(ledger.entries().stream().map(e -> e.data().get("text").asText()))
        .containsExactly("하나", "둘", "셋");
    assertThat(ledger.entries().stream().map(LedgerEntry::elapsed))
        .containsExactly(Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(20));
    assertThat(ledger.elapsed()).isEqualTo(Duration.ofMinutes(30));
    append(ledger, EntryKind.FINISHED, "넷");
    assertThat(open().entries()).hasSize(4);
    assertThat(ledger.last(EntryKind.ARRIVED).orElseThrow().number()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anEditedLineIsNoticed(int line) throws IOException {
    List<String> lines = lines();
    lines.set(line - 1, lines.get(line - 1).replace("\"text\":\"", "\"text\":\"x"));
    writeLines(lines);
    assertFault("line " + line + " was changed");
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    byte[] bytes = Files.readAllBytes(file());
    for (int i = 0; i < bytes.length; i += 7) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      Files.write(file(), changed);
      assertThatThrownBy(this::open).as("byte %s", i).isInstanceOf(SentenceException.class);
    }
    Files.write(file(), bytes);
    assertThat(open().entries()).hasSize(3);
  }

  @Test
  void aLineThatIsRemovedIsNoticed() throws IOException {
    List<String> lines = lines();
    lines.remove(1);
    writeLines(lines);
    assertFault("line 2 does not follow");
  }

  @Test
  void linesThatAreExchangedAreNoticed() throws IOException {
    List<String> lines = lines();
    Collections.swap(lines, 1, 2);
    writeLines(lines);
    assertFault("line 2 does not follow");
  }

  @Test
  void aLineThatIsRepeatedIsNoticed() throws IOException {
    List<String> lines = lines();
    lines.add(lines.get(2));
    writeLines(lines);
    assertFault("line 4 does not follow");
  }

  @Test
  void aLedgerThatIsCutIsNoticed() throws IOException {
    writeLines(lines().subList(0, 2));
    assertFault("3 entries were written", "removed");
    Files.writeString(file(), "");
    assertFault("3 entries were written");
    Files.delete(file());
    assertFault("the file is missing");
  }

  @Test
  void anOldCopyIsNoticedAlsoWhenItWasContinued() throws IOException {
    byte[] old = Files.readAllBytes(file());
    byte[] oldHead = Files.readAllBytes(head());
    append(open(), EntryKind.ARRIVED, "a failed attempt");
    byte[] newHead = Files.readAllBytes(head());
    Files.write(file(), old);
    assertFault("4 entries were written");
    Files.write(head(), oldHead);
    append(open(), EntryKind.ARRIVED, "a better attempt");
    Files.write(head(), newHead);
    assertFault("line 4 belongs to another course of this exam");
  }

  @Test
  void theLedgerOfAnotherExamIsNoticed() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    LedgerKey otherKey = LedgerKey.create(other.resolve("key"));
    Ledger.create(other.resolve("ledger"), other.resolve("head"), otherKey, clock)
        .append(EntryKind.STARTED, data("x"));
    Files.copy(other.resolve("ledger"), folder.resolve("copy"));
    Files.write(file(), Files.readAllBytes(other.resolve("ledger")));
    assertFault("line 1 was changed");
  }

  @Test
  void aHeadThatIsMissingOrForgedIsNoticed() throws IOException {
    String text = Files.readString(head());
    Files.writeString(head(), text.replace("\"count\":3", "\"count\":2"));
    assertThatThrownBy(this::open)
        .isInstanceOf(SentenceException.class)
        .hasMessageContaining("is missing or was changed");
    Files.delete(head());
    assertThatThrownBy(this::open).hasMessageContaining("is missing or was changed");
  }

  @Test
  void aHeadThatIsOlderThanTheLedgerByMoreThanAStepIsNoticed() throws IOException {
    byte[] old = Files.readAllBytes(head());
    append(open(), EntryKind.ARRIVED, "four");
    append(open(), EntryKind.GRADED, "five");
    Files.write(head(), old);
    assertFault("it goes on at line 5 although only 3 entries were written");
  }

  /** The blow fell between the two steps of an entry. */
  @Test
  void anEntryThatAKilledProcessDidNotCountIsCounted() throws IOException {
    byte[] old = Files.readAllBytes(head());
    append(open(), EntryKind.ARRIVED, "four");
    byte[] now = Files.readAllBytes(head());
    Files.write(head(), old);
    assertThat(open().entries()).hasSize(4);
    assertThat(Files.readAllBytes(head())).isEqualTo(now);
  }

  /** The blow fell within the first step, at any byte of it. */
  @Test
  void aPartOfALineThatAKilledProcessLeftIsRemoved() throws IOException {
    byte[] whole = Files.readAllBytes(file());
    byte[] oldHead = Files.readAllBytes(head());
    append(open(), EntryKind.ARRIVED, "네 번째");
    byte[] longer = Files.readAllBytes(file());
    for (int length = whole.length + 1; length < longer.length; length += 13) {
      Files.write(head(), oldHead);
      Files.write(file(), Arrays.copyOf(longer, length));
      assertThat(open().entries()).as("%s bytes", length).hasSize(3);
      assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }
    append(open(), EntryKind.ARRIVED, "again");
    assertThat(open().entries()).hasSize(4);
  }

  @Test
  void aClockThatIsSetBackDoesNotStretchTheTime() throws IOException {
    clock.set(Duration.ofHours(-3));
    Ledger ledger = open();
    assertThat(ledger.elapsed()).isEqualTo(Duration.ofMinutes(30));
    LedgerEntry entry = ledger.append(EntryKind.ARRIVED, data("x"));
    assertThat(entry.elapsed()).isEqualTo(Duration.ofMinutes(30));
    assertThat(entry.moved()).isEqualTo(Duration.ofHours(-3));
    clock.set(Duration.ofHours(3));
    clock.pass(Duration.ofMinutes(1));
    assertThat(open().elapsed()).isEqualTo(Duration.ofMinutes(31));
  }

  @Test
  void aClockThatIsSetBackBeforeAStartOfTheMachineIsRefused() throws IOException {
    clock.set(Duration.ofHours(-3));
    clock.reboot();
    Ledger ledger = open();
    assertThatThrownBy(ledger::elapsed)
        .isInstanceOf(SentenceException.class)
        .hasMessageContaining("is set back")
        .hasMessageContaining("2026-05-04T09:20:00Z");
    assertThatThrownBy(() -> ledger.append(EntryKind.ARRIVED, data("x")))
        .hasMessageContaining("nothing was recorded");
    assertThat(open().entries()).hasSize(3);
    clock.set(Duration.ofHours(3));
    assertThat(open().elapsed()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void withoutAnotherClockTheSystemsTimeCounts() throws IOException {
    clock.withoutUptime();
    clock.pass(Duration.ofMinutes(5));
    assertThat(open().elapsed()).isEqualTo(Duration.ofMinutes(35));
    open().append(EntryKind.ARRIVED, data("x"));
    clock.set(Duration.ofMinutes(-4));
    assertThatThrownBy(() -> open().elapsed()).hasMessageContaining("is set back");
  }

  @Test
  void pausesAreLeftOut() throws IOException {
    append(open(), EntryKind.PAUSED, "x");
    clock.pass(Duration.ofHours(2));
    assertThat(open().elapsed()).isEqualTo(Duration.ofMinutes(30));
    append(open(), EntryKind.RESUMED, "x");
    assertThat(open().elapsed()).isEqualTo(Duration.ofMinutes(40));
  }

  @Test
  void theTimeDoesNotGoOnAfterTheEnd() throws IOException {
    append(open(), EntryKind.FINISHED, "x");
    clock.pass(Duration.ofHours(2));
    assertThat(open().elapsed()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void theKeyIsItsOwnersAlone() throws IOException {
    assertThat(LedgerKey.isOpen(folder.resolve("key"))).isFalse();
    assertThat(LedgerKey.read(folder.resolve("key"))).isEqualTo(key).hasSameHashCodeAs(key);
    assertThat(key.secret("a")).isNotNegative().isNotEqualTo(key.secret("b"));
    Files.writeString(folder.resolve("bad"), "zz", StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> LedgerKey.read(folder.resolve("bad"))).hasMessageContaining("damaged");
    assertThatThrownBy(() -> LedgerKey.read(folder.resolve("none")))
        .hasMessageContaining("is missing");
    assertThatThrownBy(() -> LedgerKey.of(new byte[3])).hasMessageContaining("32 bytes");
  }

  /** Computed with Python's hmac. */
  @Test
  void theMacIsHmacSha256() {
    assertThat(LedgerKey.of(new byte[32]).mac("한글 exam"))
        .isEqualTo("672108acdd90b767bb757e44a969f3266f372891b9508a58249e7cb404904c6c");
  }
}
