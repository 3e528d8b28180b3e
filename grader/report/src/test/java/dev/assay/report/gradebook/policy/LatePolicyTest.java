package dev.assay.report.gradebook.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All numbers are worked out by hand. */
class LatePolicyTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LatePolicy POLICY = new LatePolicy(15, 10, 35, Set.of());

  private static ZonedDateTime at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN);
  }

  private static long days(LatePolicy policy, String due, String handedIn) {
    return policy.daysLate(Instant.parse(handedIn), at(due));
  }

  /** Due at 23:59 in Berlin, which is 21:59 UTC in summer. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-04T00:00:00Z, 0",
    "2026-05-04T21:59:00Z, 0",
    "2026-05-04T21:59:00.001Z, 0",
    "2026-05-04T22:14:00Z, 0",
    "2026-05-04T22:14:00.000000001Z, 1",
    "2026-05-05T21:59:00Z, 1",
    "2026-05-05T21:59:00.000000001Z, 2",
    "2026-05-06T21:59:00Z, 2",
    "2026-05-14T21:58:00Z, 10",
  })
  void aLateDayBeginsAtTheTimeOfTheDueDateAndGraceDoesNotMoveIt(String handedIn, long days) {
    assertThat(days(POLICY, "2026-05-04T23:59", handedIn)).isEqualTo(days);
  }

  /** On 29 March 2026 the clocks go from 2 to 3: the day has 23 hours. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-29T10:00:00Z, 1",
    "2026-03-29T10:00:01Z, 2",
    "2026-03-30T10:00:00Z, 2",
  })
  void aDayOf23HoursIsADay(String handedIn, long days) {
    assertThat(days(LatePolicy.NONE, "2026-03-28T12:00", handedIn)).isEqualTo(days);
  }

  /** On 25 October 2026 the clocks go from 3 back to 2: the day has 25 hours. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-25T10:59:59Z, 1",
    "2026-10-25T11:00:00Z, 1",
    "2026-10-25T11:00:01Z, 2",
  })
  void aDayOf25HoursIsADay(String handedIn, long days) {
    assertThat(days(LatePolicy.NONE, "2026-10-24T12:00", handedIn)).isEqualTo(days);
  }

  /** Due at 2:45 for the first time; at 1:15 UTC the clocks show 2:15 again. */
  @Test
  void theHourThatIsThereTwiceIsLateTheSecondTime() {
    assertThat(days(LatePolicy.NONE, "2026-10-25T02:45", "2026-10-25T00:45:00Z")).isZero();
    assertThat(days(LatePolicy.NONE, "2026-10-25T02:45", "2026-10-25T01:15:00Z")).isEqualTo(1);
  }

  /** 2:30 does not exist on 29 March: it is 3:30, which is 1:30 UTC. */
  @Test
  void aTimeThatIsSkippedIsAnHourLater() {
    assertThat(days(LatePolicy.NONE, "2026-03-29T02:30", "2026-03-29T01:30:00Z")).isZero();
    assertThat(days(LatePolicy.NONE, "2026-03-29T02:30", "2026-03-29T01:30:01Z")).isEqualTo(1);
  }

  /** 8 May is a Friday; the weekend is excused. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-08T23:59, 2026-05-08T22:30:00Z, 0",
    "2026-05-08T23:59, 2026-05-10T21:59:00Z, 0",
    "2026-05-08T23:59, 2026-05-10T22:00:00Z, 1",
    "2026-05-08T23:59, 2026-05-11T22:00:00Z, 2",
    "2026-05-09T00:00, 2026-05-10T21:59:00Z, 0",
    "2026-05-09T00:00, 2026-05-10T22:00:01Z, 1",
    "2026-05-08T12:00, 2026-05-10T09:00:00Z, 0",
    "2026-05-08T11:00, 2026-05-09T08:00:00Z, 1",
    "2026-05-08T11:00, 2026-05-11T08:00:00Z, 1",
    "2026-05-08T11:00, 2026-05-11T09:00:01Z, 2",
  })
  void aLateDayIsExcusedWhoseMiddleFallsOnAnExcusedDate(String due, String handedIn, long days) {
    LatePolicy policy =
        new LatePolicy(
            0, 10, 100, Set.of(LocalDate.parse("2026-05-09"), LocalDate.parse("2026-05-10")));
    assertThat(days(policy, due, handedIn)).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T22:14:00Z, 0",
    "2026-05-05T21:59:00Z, 10",
    "2026-05-07T21:59:00Z, 30",
    "2026-05-07T22:00:00Z, 35",
    "2036-05-07T22:00:00Z, 35",
  })
  void theCapEndsWhatLatenessCosts(String handedIn, double percent) {
    assertThat(POLICY.percentOff(Instant.parse(handedIn), at("2026-05-04T23:59")))
        .isEqualTo(percent);
  }

  @Test
  void timesOfAnotherCenturyTakeNoTime() {
    assertThat(days(POLICY, "1901-01-01T00:00", "2100-01-01T00:00:00Z")).isEqualTo(36_600);
  }

  @Test
  void anExtensionMovesTheDueDateOfOneStudentAndNeverBack() {
    ProblemSettings iris = ProblemSettings.of("iris");
    ProblemSettings early = new ProblemSettings("mnist", 1, at("2026-05-01T12:00"), null, null);
    Deadlines deadlines =
        new Deadlines(
            BERLIN,
            at("2026-05-04T23:59"),
            POLICY,
            List.of(
                new Extension("anna", null, at("2026-05-06T12:00")),
                new Extension("anna", "iris", at("2026-05-07T12:00")),
                new Extension("ben", null, at("2026-05-02T12:00"))));
    assertThat(deadlines.due(iris, "anna"::equals)).isEqualTo(at("2026-05-07T12:00"));
    assertThat(deadlines.due(early, "anna"::equals)).isEqualTo(at("2026-05-06T12:00"));
    assertThat(deadlines.due(iris, "ben"::equals)).isEqualTo(at("2026-05-04T23:59"));
    assertThat(deadlines.due(early, "ben"::equals)).isEqualTo(at("2026-05-02T12:00"));
    assertThat(deadlines.due(early, "cleo"::equals)).isEqualTo(at("2026-05-01T12:00"));
    assertThat(Deadlines.NONE.due(iris, "anna"::equals)).isNull();
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new LatePolicy(-1, 0, 0, Set.of())).hasMessageContaining("grace");
    assertThatThrownBy(() -> new LatePolicy(0, 101, 0, Set.of()))
        .hasMessage("percentPerDay must be in [0, 100]. Received: 101.0");
    assertThatThrownBy(() -> new LatePolicy(0, 1, Double.NaN, Set.of()))
        .hasMessageContaining("capPercent");
  }
}
