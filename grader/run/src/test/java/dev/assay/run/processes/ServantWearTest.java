package dev.assay.run.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServantWearTest {
  private static final long GIBIBYTE = 1L << 30;

  private static ServantWear after(int jobs, long secondsEach) {
    ServantWear wear = new ServantWear(3600, 8 * GIBIBYTE);
    for (int i = 0; i < jobs; i++) {
      wear.did(TimeUnit.SECONDS.toNanos(secondsEach));
    }
    return wear;
  }

  @Test
  void aProcessEndsAfterItsLastJob() {
    assertThat(after(149, 1).allowsAnother(() -> GIBIBYTE)).isTrue();
    assertThat(after(150, 1).allowsAnother(() -> GIBIBYTE)).isFalse();
    assertThat(after(0, 1).isNew()).isTrue();
    assertThat(after(1, 1).isNew()).isFalse();
  }

  @Test
  void aProcessThatHasGrownByAnEighthOfItsLimitEnds() {
    ServantWear wear = after(1, 1);
    assertThat(wear.allowsAnother(() -> GIBIBYTE)).isTrue();
    assertThat(wear.allowsAnother(() -> 2 * GIBIBYTE)).isTrue();
    assertThat(wear.allowsAnother(() -> 2 * GIBIBYTE + 1)).isFalse();
    assertThat(wear.allowsAnother(() -> GIBIBYTE / 2)).isTrue();
  }

  @Test
  void aJobThatMayTakeLongerThanTheRestOfTheLifetimeGoesElsewhere() {
    // 30 jobs of 100 s, and a second more for each, leave 570 s.
    assertThat(after(30, 100).hasTimeFor(570)).isTrue();
    assertThat(after(30, 100).hasTimeFor(571)).isFalse();
  }
}
