package dev.assay.report.gradebook.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.findings.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideLogTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir private Path folder;

  private static OverrideEntry entry(String student, @Nullable Double points) {
    return new OverrideEntry(student, "iris", points, "why \u202e \"so\"\n", "Kim", NOON);
  }

  private Path file() {
    return folder.resolve("overrides.jsonl");
  }

  @Test
  void whatWasAddedIsRead() throws IOException {
    assertThat(OverrideLog.read(file())).isEqualTo(OverrideLog.EMPTY);
    OverrideLog.append(file(), entry("김안나", 3.5));
    OverrideLog.append(file(), entry("anna", null));
    OverrideLog log = OverrideLog.read(file());
    assertThat(log.entries()).containsExactly(entry("김안나", 3.5), entry("anna", null));
    assertThat(log.notes()).isEmpty();
    assertThat(Files.readAllLines(file())).hasSize(2).noneMatch(line -> line.contains("\u202e"));
    assertThat(entry("anna", null).override()).isNull();
  }

  @Test
  void whatAFullDiskLeftHarmsNoOtherLine() throws IOException {
    OverrideLog.append(file(), entry("anna", 3.0));
    String whole = Files.readString(file());
    Files.writeString(file(), whole + whole.substring(0, 20));
    OverrideLog.append(file(), entry("ben", 2.0));
    OverrideLog log = OverrideLog.read(file());
    assertThat(log.entries()).containsExactly(entry("anna", 3.0), entry("ben", 2.0));
    assertThat(log.notes())
        .extracting(Sentence::text)
        .singleElement()
        .asString()
        .startsWith("overrides.jsonl, line 2: points given by hand cannot be read");
  }

  @Test
  void whatIsNoEntryIsNamed() throws IOException {
    Files.writeString(
        file(),
        """
        {"student": "a", "problem": "iris", "points": "5", "comment": "c", "by": "b", "at": "2026-05-04T12:00:00Z"}

        {"student": "a", "problem": "iris", "points": 5, "comment": "c", "by": "b", "at": "noon"}
        {"student": "a", "problem": "iris", "points": -5, "comment": "c", "by": "b", "at": "2026-05-04T12:00:00Z"}
        {"student": "a", "points": 5, "comment": "c", "by": "b", "at": "2026-05-04T12:00:00Z"}
        """);
    assertThat(OverrideLog.read(file()).notes())
        .extracting(Sentence::text)
        .satisfiesExactly(
            text -> assertThat(text).contains("line 1", "points must be a number"),
            text -> assertThat(text).contains("line 3", "noon"),
            text -> assertThat(text).contains("line 4", "points must be at least 0"),
            text -> assertThat(text).contains("line 5", "problem must not be blank"));
  }

  @Test
  void aKeyThatIsTooShortIsRefused() {
    assertThatThrownBy(() -> new Pseudonyms(new byte[15]))
        .hasMessage("key must have at least 16 bytes. Received: 15");
  }

  /** HMAC-SHA256 computed by Python's hmac: the first 50 bits in Crockford's base 32. */
  @Test
  void aPseudonymIsStable() {
    Pseudonyms names = new Pseudonyms(new byte[16]);
    assertThat(names.of("anna")).isEqualTo("S-7JT5W-V69WF");
    assertThat(names.of("김안나")).isNotEqualTo(names.of("anna"));
    byte[] other = new byte[16];
    other[0] = 1;
    assertThat(new Pseudonyms(other).of("anna")).isNotEqualTo(names.of("anna"));
  }
}
