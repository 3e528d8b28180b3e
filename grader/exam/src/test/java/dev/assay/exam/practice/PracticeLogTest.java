package dev.assay.exam.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeLogTest {
  @TempDir private Path folder;

  private PracticeLog log() {
    return new PracticeLog(folder.resolve("state/practice"));
  }

  static PracticeAttempt attempt(String problem, String verdict, String... findings) {
    return new PracticeAttempt(
        "2026-05-04T09:00:00Z",
        "민준 \"mine\"\n",
        problem,
        "embedded",
        verdict,
        3,
        5,
        new PracticeAttempt.Score("accuracy", 0.82, 0.9, 0.69, 0.9),
        List.of(findings),
        List.of("Dense (None, 3), 51 weights"),
        Map.of("epochs", "100"),
        2,
        HiddenLosses.of("digest", new double[] {0, 1, 0}));
  }

  @Test
  void attemptsAreReadAsTheyWereKept() throws Exception {
    assertThat(log().attemptsSoFar()).isEmpty();
    PracticeAttempt first = attempt("iris", "FAILED", "OVERFITTING");
    PracticeAttempt second = attempt("mnist", "PASSED");
    log().add(first);
    log().add(second);
    assertThat(log().attemptsSoFar()).containsExactly(first, second);
  }

  @Test
  void halfALineOfAKilledProcessHarmsNoOther() throws Exception {
    PracticeAttempt first = attempt("iris", "FAILED");
    log().add(first);
    Path file = folder.resolve("state/practice/attempts.jsonl");
    Files.writeString(file, "{\"time\":\"2026-05", StandardOpenOption.APPEND);
    assertThat(log().attemptsSoFar()).containsExactly(first);
    log().add(first);
    assertThat(log().attemptsSoFar()).containsExactly(first, first);
  }

  @Test
  void aLineThatIsTornWithinALetterHarmsNoOther() throws Exception {
    PracticeAttempt first = attempt("iris", "FAILED");
    log().add(first);
    Path file = folder.resolve("state/practice/attempts.jsonl");
    byte[] letter = "민".getBytes(StandardCharsets.UTF_8);
    Files.write(file, new byte[] {'{', '"', letter[0], letter[1]}, StandardOpenOption.APPEND);
    assertThat(log().attemptsSoFar()).containsExactly(first);
    log().add(first);
    assertThat(log().attemptsSoFar()).containsExactly(first, first);
  }

  @Test
  void aScoreThatIsNoNumberIsKept() throws Exception {
    PracticeAttempt attempt =
        new PracticeAttempt(
            "2026-05-04T09:00:00Z",
            "a",
            "iris",
            "",
            "DIVERGED",
            0,
            5,
            new PracticeAttempt.Score("accuracy", Double.NaN, 0.9, null, null),
            List.of(),
            List.of(),
            Map.of(),
            0,
            null);
    log().add(attempt);
    assertThat(log().attemptsSoFar()).containsExactly(attempt);
  }

  @Test
  void hintsAreCountedByProblem() throws Exception {
    assertThat(log().hintsRead("iris")).isZero();
    log().keepHints("iris", 2);
    log().keepHints("mnist", 1);
    assertThat(log().hintsRead("iris")).isEqualTo(2);
    assertThat(log().hintsRead("mnist")).isEqualTo(1);
  }
}
