package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.isolation.Wall;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Probes in real cages: what is measured must be what can be done. */
class DoctorTest {
  @TempDir Path folder;

  private Doctor.Examination examine(Sandboxes sandboxes, Role role) throws Exception {
    Workers workers =
        new Workers(Workbench.installation(), sandboxes.sandbox(), Isolation.Level.NONE);
    return new Doctor(workers, folder).examine(role);
  }

  private static List<String> possible(Doctor.Examination examination) {
    return examination.attempts().stream()
        .filter(Doctor.Attempt::succeeded)
        .map(Doctor.Attempt::what)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void inBubblewrapNoWayLeadsOut(Role role) throws Exception {
    Doctor.Examination examination = examine(Needs.bubblewrap(), role);
    assertThat(examination.isolation()).isEqualTo(Isolation.COMPLETE);
    assertThat(examination.end()).isEmpty();
    assertThat(examination.attempts()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(possible(examination)).isEmpty();
  }

  @Test
  void aPlainChildIsKnownToBeOpen() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "other systems measure less");
    Doctor.Examination examination = examine(Sandboxes.plain("as the test wants it"), Role.BUILD);
    Isolation isolation = Objects.requireNonNull(examination.isolation());
    assertThat(isolation.level()).isLessThan(Isolation.Level.STRICT);
    assertThat(isolation.missing()).contains(Wall.FILES, Wall.NETWORK, Wall.PROCESSES);
    assertThat(isolation.missing()).doesNotContain(Wall.ENVIRONMENT);
    if (examination.end().isEmpty()) {
      assertThat(possible(examination))
          .contains("connect to this machine's own address", "see the grader's process");
    }
  }

  @Test
  void aProcessThatIsTooOpenIsGivenNoJob() throws Exception {
    Sandboxes plain = Sandboxes.plain("as the test wants it");
    Workers workers =
        new Workers(Workbench.installation(), plain.sandbox(), Isolation.Level.STRICT);
    Doctor.Examination examination = new Doctor(workers, folder).examine(Role.BUILD);
    assertThat(examination.attempts()).isEmpty();
    assertThat(examination.end())
        .contains("isolated less than required", "network", "assay doctor");
  }
}
