package dev.assay.batch.shards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.Sharing.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests who grades what when several graders share a folder. */
class ClaimsTest {
  /** Real heartbeats come too seldom to matter here: the clock is the test's. */
  private static final Duration LEASE = Duration.ofHours(1);

  @TempDir private Path folder;
  private final AtomicLong clock = new AtomicLong();

  private Claims claims(Heartbeat heartbeat) throws IOException {
    Path claims = Files.createDirectories(folder.resolve("claims"));
    return new Claims(claims, folder.resolve("graders"), heartbeat, LEASE, clock::get);
  }

  private Heartbeat heartbeat() throws IOException {
    return Heartbeat.start(folder.resolve("graders"), LEASE);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void oneGraderHoldsASubmissionAndNoOther() throws IOException {
    try (Heartbeat one = heartbeat();
        Heartbeat two = heartbeat()) {
      Claims ones = claims(one);
      Claims twos = claims(two);
      assertThat(ones.take("ann")).isEqualTo(Claim.TAKEN);
      assertThat(twos.take("ann")).isEqualTo(Claim.HELD);
      assertThat(twos.take("bob")).isEqualTo(Claim.TAKEN);
      assertThat(ones.holds("ann")).isTrue();
      assertThat(twos.holds("ann")).isFalse();
      assertThat(ones.holds("bob")).isFalse();
    }
  }

  @Test
  void aDeadGradersClaimIsTakenOverAfterItsLeaseAndItFindsThatOut() throws IOException {
    try (Heartbeat dead = heartbeat();
        Heartbeat two = heartbeat()) {
      Claims deads = claims(dead);
      Claims twos = claims(two);
      deads.take("ann");
      assertThat(twos.take("ann")).isEqualTo(Claim.HELD);
      pass(LEASE.minusSeconds(1));
      assertThat(twos.take("ann")).isEqualTo(Claim.HELD);
      pass(Duration.ofSeconds(1));
      assertThat(twos.take("ann")).isEqualTo(Claim.TAKEN);
      assertThat(deads.holds("ann")).isFalse();
      assertThat(deads.take("ann")).isEqualTo(Claim.HELD);
    }
  }

  @Test
  void aSignOfLifeRenewsTheLease() throws IOException {
    try (Heartbeat slow = heartbeat();
        Heartbeat two = heartbeat()) {
      claims(slow).take("ann");
      Claims twos = claims(two);
      for (int i = 0; i < 3; i++) {
        assertThat(twos.take("ann")).isEqualTo(Claim.HELD);
        pass(LEASE.minusSeconds(1));
        Files.writeString(folder.resolve("graders").resolve(slow.name() + ".beat"), "beat " + i);
      }
      assertThat(twos.take("ann")).isEqualTo(Claim.HELD);
    }
  }

  @Test
  void whoEndsInOrderFreesAtOnce() throws IOException {
    try (Heartbeat two = heartbeat()) {
      Heartbeat one = heartbeat();
      claims(one).take("ann");
      assertThat(claims(two).take("ann")).isEqualTo(Claim.HELD);
      one.close();
      assertThat(claims(two).take("ann")).isEqualTo(Claim.TAKEN);
    }
    assertThat(folder.resolve("graders")).isEmptyDirectory();
  }

  @Test
  void whatIsDoneIsNotDoneAgainWhileItsGraderIsThere() throws IOException {
    try (Heartbeat two = heartbeat()) {
      Heartbeat one = heartbeat();
      Claims ones = claims(one);
      ones.take("ann");
      ones.finish("ann");
      assertThat(claims(two).take("ann")).isEqualTo(Claim.DONE);
      one.close();
      assertThat(claims(two).take("ann")).isEqualTo(Claim.TAKEN);
    }
  }

  /** A copy has the files of graders that beat elsewhere: here they are dead. */
  @Test
  void aCopiedFolderIsNobodysAfterALease() throws IOException {
    Files.createDirectories(folder.resolve("claims"));
    Files.createDirectories(folder.resolve("graders"));
    Files.writeString(folder.resolve("claims/ann.1"), "elsewhere");
    Files.writeString(folder.resolve("graders/elsewhere.beat"), "17");
    try (Heartbeat here = heartbeat()) {
      Claims claims = claims(here);
      assertThat(claims.take("ann")).isEqualTo(Claim.HELD);
      pass(LEASE);
      assertThat(claims.take("ann")).isEqualTo(Claim.TAKEN);
    }
  }

  @Test
  void ofManyAtOnceOneWins() throws Exception {
    int many = 8;
    ExecutorService pool = Executors.newFixedThreadPool(many);
    List<Heartbeat> heartbeats = new ArrayList<>();
    try {
      for (int i = 0; i < many; i++) {
        heartbeats.add(heartbeat());
      }
      for (int round = 0; round < 50; round++) {
        String submission = "s" + round;
        CyclicBarrier together = new CyclicBarrier(many);
        List<Future<Claim>> taken = new ArrayList<>();
        for (Heartbeat heartbeat : heartbeats) {
          Claims claims = claims(heartbeat);
          taken.add(
              pool.submit(
                  () -> {
                    together.await(60, TimeUnit.SECONDS);
                    return claims.take(submission);
                  }));
        }
        int winners = 0;
        for (Future<Claim> each : taken) {
          winners += each.get(60, TimeUnit.SECONDS) == Claim.TAKEN ? 1 : 0;
        }
        assertThat(winners).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
      for (Heartbeat heartbeat : heartbeats) {
        heartbeat.close();
      }
    }
  }
}
