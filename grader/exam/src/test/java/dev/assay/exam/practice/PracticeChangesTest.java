package dev.assay.exam.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PracticeChangesTest {
  private static PracticeAttempt attempt(List<String> layers, Map<String, String> settings) {
    return new PracticeAttempt(
        "2026-05-04T09:00:00Z",
        "a",
        "iris",
        "embedded",
        "FAILED",
        0,
        5,
        null,
        List.of(),
        layers,
        settings,
        0,
        null);
  }

  @Test
  void layersAndSettingsThatDifferAreTold() {
    PracticeChanges changes =
        PracticeChanges.between(
            attempt(List.of("Dense 16", "Dense 16", "Dense 3"), Map.of("epochs", "3", "loss", "a")),
            attempt(List.of("Dense 16", "Dropout", "Dense 3"), Map.of("epochs", "9", "loss", "a")));
    assertThat(changes.removed()).containsExactly("Dense 16");
    assertThat(changes.added()).containsExactly("Dropout");
    assertThat(changes.settings())
        .containsExactly(Map.entry("epochs", new PracticeChanges.Setting("3", "9")));
  }

  @Test
  void ofAnAnswerThatWasNotBuiltNothingIsKnown() {
    PracticeAttempt built = attempt(List.of("Dense 3"), Map.of("epochs", "3"));
    assertThat(PracticeChanges.between(built, attempt(List.of(), Map.of())).isEmpty()).isTrue();
    assertThat(PracticeChanges.between(built, built).isEmpty()).isTrue();
  }
}
