package dev.assay.cli.doctor;

import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.text.Numbers;
import dev.assay.run.Doctor;
import dev.assay.run.NamesTrial;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code assay doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Tests how well candidates' code is isolated on this machine.",
      "Exits with 0 if isolation is strict and non-ASCII names work, otherwise with 1.",
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Streams streams;

  DoctorCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    Screen screen = new Screen(streams.out(), Terminal.of(false, 1));
    Sandboxes best = Sandboxes.best();
    DoctorReport report;
    String names;
    try (Workers workers = new Workers(installation, best.sandbox(), Isolation.Level.NONE)) {
      report = new DoctorReport(examine(workers, screen), screen.room());
      names = tryNames(workers, screen);
    }
    screen.lines(report.verdict(best.whyNotBetter()));
    screen.lines(machine(installation, best, screen.room()));
    screen.lines(report.names(names));
    screen.lines(report.details());
    return report.isStrict() && names.isEmpty() ? 0 : Failures.SOME_FAILED;
  }

  @SuppressWarnings("try") // the hook is held, not used
  private static Map<Role, Doctor.Examination> examine(Workers workers, Screen screen)
      throws IOException, InterruptedException {
    Map<Role, Doctor.Examination> examinations = new EnumMap<>(Role.class);
    try (PrivateFolder folder = PrivateFolder.create("command");
        Shutdown ignored = Shutdown.install(workers::close, () -> {})) {
      Doctor doctor = new Doctor(workers, folder.path());
      for (Role role : Role.values()) {
        screen.live(
            String.format(
                Locale.ROOT,
                "testing the isolation of child processes: %d done ...",
                examinations.size()));
        examinations.put(role, doctor.examine(role));
      }
    }
    return examinations;
  }

  @SuppressWarnings("try") // the hook is held, not used
  private static String tryNames(Workers workers, Screen screen)
      throws IOException, InterruptedException {
    screen.live("compiling and building a class with a non-ASCII name ...");
    try (PrivateFolder folder = PrivateFolder.create("command");
        Shutdown ignored = Shutdown.install(workers::close, () -> {})) {
      return new NamesTrial(workers, folder.path()).fault();
    }
  }

  private static List<String> machine(Installation installation, Sandboxes best, int room) {
    String java = "%s, %s".formatted(Runtime.version(), System.getProperty("java.vm.name"));
    String system =
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Numbers.count(Runtime.getRuntime().availableProcessors(), "processor"));
    String natives =
        installation.hasNatives() ? "native libraries found" : "native libraries not found";
    String groups =
        best.whyNotGrouped() == null
            ? "each child process has its own control group"
            : "no control groups: " + best.whyNotGrouped();
    List<String> lines = new ArrayList<>();
    lines.addAll(DoctorReport.field("Sandbox", best.name(), room));
    lines.addAll(DoctorReport.field("Groups", groups, room));
    lines.addAll(DoctorReport.field("Java", java, room));
    lines.addAll(DoctorReport.field("System", system, room));
    lines.addAll(DoctorReport.field("TensorFlow", natives, room));
    return lines;
  }
}
