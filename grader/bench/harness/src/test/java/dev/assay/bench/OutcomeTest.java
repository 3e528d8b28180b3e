package dev.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
  private static final Outcome OUTCOME =
      new Outcome("Library 1.0", List.of(1.5, 1.25), 0.25, 0.75, 1_048_576);

  @Test
  void isOneLineOfJsonAndBack() {
    String json =
        "{\"version\":\"Library 1.0\",\"seconds\":[1.5,1.25],\"loss\":0.25,\"accuracy\":0.75,"
            + "\"residentBytes\":1048576}";

    assertThat(OUTCOME.toJson()).isEqualTo(json);
    assertThat(Outcome.in(List.of(json))).isEqualTo(OUTCOME);
  }

  @Test
  void tellsTheFirstEpochApart() {
    Outcome outcome = new Outcome("x", List.of(9.0, 1.0, 5.0, 2.0), 0.5, 0.5, 0);

    assertThat(outcome.first()).isEqualTo(9);
    assertThat(outcome.steady()).isEqualTo(2);
    assertThat(outcome.standingStart(30)).isEqualTo(9 + 29 * 2);
  }

  @Test
  void hasNothingElseToGoByAfterOneEpoch() {
    Outcome outcome = new Outcome("x", List.of(3.0), 0.5, 0.5, 0);

    assertThat(outcome.steady()).isEqualTo(3);
    assertThat(outcome.standingStart(30)).isEqualTo(90);
  }

  @Test
  void isTheLastLineThatMayBeOne() {
    assertThat(
            Outcome.in(
                List.of("loading natives", "{not json", OUTCOME.toJson(), "", "closing session")))
        .isEqualTo(OUTCOME);
  }

  @Test
  void hasALossThatIsNotANumberWhenTrainingDiverged() {
    String fromPython =
        "{\"version\": \"x\", \"seconds\": [1.0], \"loss\": NaN, \"accuracy\": 0.1,"
            + " \"residentBytes\": 0}";

    assertThat(Outcome.in(List.of(fromPython)).loss()).isNaN();
    Outcome fromJava = new Outcome("x", List.of(1.0), Double.NaN, 0.1, 0);
    assertThat(Outcome.in(List.of(fromJava.toJson()))).isEqualTo(fromJava);
  }

  @Test
  void mustBeThere() {
    assertThatThrownBy(() -> Outcome.in(List.of("", "Segmentation fault")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it printed no outcome");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}",
        "{\"version\":null,\"seconds\":[1],\"loss\":0,\"accuracy\":0,\"residentBytes\":0}",
        "{\"version\":\"x\",\"seconds\":[],\"loss\":0,\"accuracy\":0,\"residentBytes\":0}",
        "{\"version\":\"x\",\"seconds\":[0],\"loss\":0,\"accuracy\":0,\"residentBytes\":0}",
        "{\"version\":\"x\",\"seconds\":[NaN],\"loss\":0,\"accuracy\":0,\"residentBytes\":0}",
        "{\"version\":\"x\",\"seconds\":[1],\"loss\":0,\"accuracy\":1.5,\"residentBytes\":0}",
        "{\"version\":\"x\",\"seconds\":[1],\"loss\":0,\"accuracy\":NaN,\"residentBytes\":0}",
        "{\"version\":\"x\",\"seconds\":[1],\"loss\":0,\"accuracy\":0,\"residentBytes\":0} more",
      })
  void mustBeWholeAndPlausible(String line) {
    assertThatThrownBy(() -> Outcome.in(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a valid Outcome: ");
  }
}
