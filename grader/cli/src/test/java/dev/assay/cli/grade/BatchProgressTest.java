package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchProgressTest {
  private long now = 1_000;

  private BatchProgress progress(int intervalSeconds) {
    return new BatchProgress(Catalogue.english(), Duration.ofSeconds(intervalSeconds), () -> now);
  }

  private void passSeconds(double seconds) {
    now += (long) (seconds * 1e9);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 60, '1 of 60, about 10 s left'",
    "0.8, 60, '1 of 60, about 50 s left'",
    "1, 60, '1 of 60, about 1 min left'",
    "10, 20, '1 of 20, about 3 min left'",
    "3, 1001, '1 of 1,001, about 50 min left'",
    "100, 50, '1 of 50, about 1 h 20 min left'",
  })
  void theRestTakesAsLongForEachAsTheFirstOnesTook(double seconds, int total, String line) {
    BatchProgress progress = progress(0);
    progress.submissions(total);
    passSeconds(seconds);
    assertThat(progress.submissionDone(false)).contains(line);
  }

  @Test
  void resultsOfAnEarlierRunCountAsDoneAndSayNothingOfTheTime() {
    BatchProgress progress = progress(0);
    progress.submissions(4);
    assertThat(progress.submissionDone(true)).contains("1 of 4");
    passSeconds(60);
    assertThat(progress.submissionDone(false)).contains("2 of 4, about 2 min left");
  }

  @Test
  void linesKeepADistanceAndNoneFollowsTheLast() {
    BatchProgress progress = progress(30);
    progress.submissions(4);
    passSeconds(29);
    assertThat(progress.submissionDone(false)).isEmpty();
    passSeconds(1);
    assertThat(progress.submissionDone(false)).contains("2 of 4, about 30 s left");
    passSeconds(29);
    assertThat(progress.submissionDone(false)).isEmpty();
    passSeconds(100);
    assertThat(progress.submissionDone(false)).isEmpty();
  }

  @Test
  void answersAreCountedWhereThereIsOneSubmission() {
    BatchProgress progress = progress(0);
    progress.submissions(1);
    progress.answers(3);
    passSeconds(60);
    assertThat(progress.answerDone(false)).contains("1 of 3, about 2 min left");
    assertThat(progress.submissionDone(false)).isEmpty();
  }

  @Test
  void answersAreNotCountedAmongSubmissionsAndASingleOneHasNoProgress() {
    BatchProgress several = progress(0);
    several.submissions(2);
    several.answers(5);
    assertThat(several.answerDone(false)).isEmpty();
    BatchProgress one = progress(0);
    one.submissions(1);
    one.answers(1);
    assertThat(one.answerDone(false)).isEmpty();
  }
}
