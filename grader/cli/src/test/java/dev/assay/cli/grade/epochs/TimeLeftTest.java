package dev.assay.cli.grade.epochs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.keras.training.Part;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private final AtomicLong nanos = new AtomicLong(5);
  private final TimeLeft left = new TimeLeft(nanos::get);

  private void after(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }

  @Test
  void isThatOfTheRestAtTheSpeedSoFar() {
    assertThat(left.seconds(0.1)).isEmpty();
    after(2);
    assertThat(left.seconds(0.3).orElseThrow()).isCloseTo(7, within(1e-6));
    after(1);
    assertThat(left.seconds(1)).hasValue(0);
  }

  @Test
  void isThatOfAllMembers() {
    left.begins(Part.member(1, 4));
    assertThat(left.seconds(0)).isEmpty();
    after(3);
    assertThat(left.seconds(0.5).orElseThrow()).isCloseTo(21, within(1e-6));
    left.begins(Part.member(2, 4));
    after(3);
    assertThat(left.seconds(0).orElseThrow()).isCloseTo(18, within(1e-6));
  }

  /** Two members, each without the first and the second fold and then on all: six trainings. */
  @Test
  void isThatOfAllFolds() {
    left.begins(new Part(1, 2, 1, 2));
    assertThat(left.seconds(0)).isEmpty();
    after(1);
    left.begins(new Part(1, 2, 2, 2));
    assertThat(left.seconds(0).orElseThrow()).isCloseTo(5, within(1e-6));
    after(1);
    left.begins(Part.member(1, 2));
    assertThat(left.seconds(0).orElseThrow()).isCloseTo(4, within(1e-6));
    after(1);
    left.begins(new Part(2, 2, 1, 2));
    assertThat(left.seconds(0).orElseThrow()).isCloseTo(3, within(1e-6));
  }
}
