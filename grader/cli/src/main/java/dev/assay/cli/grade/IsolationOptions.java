package dev.assay.cli.grade;

import dev.assay.cli.prepare.RecordingMark;
import dev.assay.run.Doctor;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options for the isolation of candidates' code. */
final class IsolationOptions {
  @Option(
      names = "--require-isolation",
      paramLabel = "LEVEL",
      defaultValue = "none",
      description =
          "Refuse to run code if isolation is weaker than LEVEL (strict, partial or none); `assay doctor` shows which level this machine provides. Default: ${DEFAULT-VALUE}.")
  private Isolation.Level required = Isolation.Level.NONE;

  /**
   * Creates workers in the best sandbox that works on this machine.
   *
   * @throws IOException if its level is below the required one
   * @throws InterruptedException when the grader is ending
   */
  Workers workers(Installation installation) throws IOException, InterruptedException {
    Workers workers = new Workers(installation, Sandboxes.best().sandbox(), required).warm();
    workers.requireInstallation();
    RecordingMark.ofLauncher().checkAgainst(workers);
    if (required != Isolation.Level.NONE) {
      try (PrivateFolder folder = PrivateFolder.create("command")) {
        Doctor.Examination examination = new Doctor(workers, folder.path()).examine(Role.BUILD);
        if (examination.attempts().isEmpty()) {
          throw new IOException(
              "--require-isolation %s: %s".formatted(id(required), examination.end()));
        }
      }
    }
    return workers;
  }

  private static String id(Isolation.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
