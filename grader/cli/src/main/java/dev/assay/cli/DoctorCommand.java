package dev.assay.cli;

import dev.assay.run.Doctor;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.isolation.Wall;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import dev.assay.worker.protocol.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code assay doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Tries how well candidates' code is kept apart on this machine.",
      "Exits with 0 if the isolation is strict, with 1 if it is less.",
    })
final class DoctorCommand implements Callable<Integer> {
  private final Streams streams;
  private boolean strict = true;

  DoctorCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  @SuppressWarnings("try") // the hook is held, not used
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    Screen screen = new Screen(streams.out(), Terminal.of(false, 1));
    Sandboxes best = Sandboxes.best();
    screen.lines(machine(installation, best, screen.room()));
    Workers workers = new Workers(installation, best.sandbox(), Isolation.Level.NONE);
    try (TemporaryFolder folder = TemporaryFolder.create();
        Shutdown ignored = Shutdown.install(workers, () -> {})) {
      Doctor doctor = new Doctor(workers, folder.path());
      for (Role role : Role.values()) {
        screen.lines(lines(role, doctor.examine(role), screen.room()));
      }
    }
    screen.lines(verdict(screen.room()));
    return strict ? 0 : Failures.SOME_FAILED;
  }

  private static List<String> machine(Installation installation, Sandboxes best, int room) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Java        %s, %s".formatted(Runtime.version(), System.getProperty("java.vm.name")));
    lines.add(
        "System      %s %s, %d processors"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors()));
    lines.add(
        "TensorFlow  "
            + (installation.hasNatives() ? "its native libraries are here" : "is not here"));
    lines.add("Sandbox     " + best.name());
    lines.addAll(because(best.whyNotBetter(), room));
    boolean grouped = best.whyNotGrouped().isEmpty();
    lines.add(
        "Groups      "
            + (grouped
                ? "each child process has a control group of its own"
                : "no control groups"));
    lines.addAll(because(best.whyNotGrouped(), room));
    lines.add("");
    return lines;
  }

  private static List<String> because(String reason, int room) {
    return reason.isEmpty()
        ? List.of()
        : Paragraph.wrap("            ", 12, "because: " + reason, room);
  }

  private List<String> lines(Role role, Doctor.Examination examination, int room) {
    List<String> lines = new ArrayList<>();
    Isolation isolation = examination.isolation();
    String name = role.name().toLowerCase(Locale.ROOT);
    if (isolation == null) {
      strict = false;
      lines.addAll(Paragraph.wrap(name + ": ", 2, examination.end(), room));
      return lines;
    }
    strict &= isolation.level() == Isolation.Level.STRICT;
    lines.add("%s: %s".formatted(name, isolation.level().name().toLowerCase(Locale.ROOT)));
    for (Wall wall : Wall.values()) {
      boolean missing = isolation.missing().contains(wall);
      lines.add(
          "  %-8s %-13s %s".formatted(missing ? "MISSING" : "stands", wall.id(), wall.meaning()));
    }
    for (Message.Attempt attempt : examination.attempts()) {
      String text = "%s (%s)".formatted(attempt.what(), attempt.detail());
      String start = "  %-8s ".formatted(attempt.succeeded() ? "POSSIBLE" : "refused");
      lines.addAll(Paragraph.wrap(start, 11, text, room));
    }
    if (!examination.end().isEmpty()) {
      lines.addAll(Paragraph.wrap("  ended    ", 11, examination.end(), room));
    }
    lines.add("");
    return lines;
  }

  private List<String> verdict(int room) {
    String text =
        strict
            ? "Isolation is strict: candidates' code reaches nothing but its job."
            : "Isolation is not strict: grade only code that you would run yourself, or run Assay where every wall stands (SECURITY.md tells how).";
    return Paragraph.wrap("", 0, text, room);
  }
}
