package dev.assay.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.findings.Catalogue;
import dev.assay.findings.FaultCode;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.run.Doctor.Attempt;
import dev.assay.run.Doctor.Examination;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Wall;
import dev.assay.run.processes.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DoctorReportTest {
  private static final Attempt READ = attempt(NoteCode.PROBE_READ, false, "no such file");

  private final Map<Role, Examination> examinations = new EnumMap<>(Role.class);

  DoctorReportTest() {
    Attempt connect = attempt(NoteCode.PROBE_CONNECT, false, "connection refused");
    for (Role role : Role.values()) {
      examinations.put(role, new Examination(Isolation.COMPLETE, List.of(READ, connect), ""));
    }
  }

  private static Attempt attempt(NoteCode tried, boolean succeeded, String happened) {
    return new Attempt(
        Sentence.of(tried, "file", "/etc/passwd"),
        succeeded,
        Sentence.of(FaultCode.OTHER_FAILURE, "reason", happened));
  }

  private DoctorReport report() {
    return new DoctorReport(examinations, Catalogue.english(), 80);
  }

  @Test
  void strictIsSaidInOneLine() {
    assertThat(report().isStrict()).isTrue();
    assertThat(report().verdict(null))
        .containsExactly(
            "Isolation   strict: candidates' code can reach nothing but its input files.");
  }

  @Test
  void lessIsSaidWithWhatIsMissingWhyAndWhatToDo() {
    Isolation open = new Isolation(EnumSet.of(Wall.FILES, Wall.NETWORK));
    examinations.put(Role.BUILD, new Examination(open, List.of(), ""));
    assertThat(report().isStrict()).isFalse();
    assertThat(
            report().verdict(Sentence.of(FaultCode.OTHER_FAILURE, "reason", "there is no bwrap")))
        .containsExactly(
            "Isolation   partial",
            "Missing     files, network",
            "Because     there is no bwrap",
            "What to do  Grade only code that you trust, or run Assay on a machine that",
            "            offers every protection (see SECURITY.md).");
  }

  @Test
  void aProcessThatNeverStartedHasNoWallThatIsKnownToStand() {
    examinations.put(Role.TRAIN, new Examination(null, List.of(), "it did not start"));
    assertThat(report().verdict(null)).startsWith("Isolation   none");
    assertThat(report().details()).contains("  ended    train: it did not start");
  }

  @Test
  void whatIsTheSameForAllProcessesIsSaidOnce() {
    Attempt possible = attempt(NoteCode.PROBE_READ, true, "it was read");
    Isolation open = new Isolation(Set.of(Wall.USER));
    examinations.put(Role.EXPORT, new Examination(open, List.of(possible), ""));
    assertThat(report().details())
        .contains("  present  network: has no network, not even this machine's own")
        .contains("  MISSING  export: user: is no user of this machine, and never root")
        .contains("  POSSIBLE export: read /etc/passwd (it was read)")
        .contains("  refused  build, train, predict: read /etc/passwd (no such file)")
        .hasSizeLessThan(25)
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  @Tag("exhaustive")
  void theCommandSaysTheVerdictFirst() {
    Run run = Run.of("doctor");
    assertThat(run.code()).as(run.err()).isBetween(0, 1);
    assertThat(run.out()).startsWith("Isolation   ").contains("Protections of a child process:");
  }
}
