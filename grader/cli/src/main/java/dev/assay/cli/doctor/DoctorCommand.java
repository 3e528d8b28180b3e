package dev.assay.cli.doctor;

import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
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
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    Sandboxes best = Sandboxes.best();
    DoctorReport report;
    List<Sentence> names;
    try (Workers workers = new Workers(installation, best.sandbox(), Isolation.Level.NONE)) {
      report = new DoctorReport(examine(workers, screen), streams.texts(), screen.room());
      names = tryNames(workers, screen);
    }
    screen.lines(report.verdict(best.whyNotBetter()));
    screen.lines(machine(installation, best, report));
    screen.lines(report.names(names));
    screen.lines(report.details());
    return report.isStrict() && names.isEmpty() ? 0 : Failures.SOME_FAILED;
  }

  @SuppressWarnings("try") // the hook is held, not used
  private Map<Role, Doctor.Examination> examine(Workers workers, Screen screen)
      throws IOException, InterruptedException {
    Map<Role, Doctor.Examination> examinations = new EnumMap<>(Role.class);
    try (PrivateFolder folder = PrivateFolder.create("command");
        Shutdown ignored = Shutdown.install(workers::close, () -> {})) {
      Doctor doctor = new Doctor(workers, folder.path());
      for (Role role : Role.values()) {
        screen.live(streams.texts().say(TerminalCode.DOCTOR_TESTS, "done", examinations.size()));
        examinations.put(role, doctor.examine(role));
      }
    }
    return examinations;
  }

  @SuppressWarnings("try") // the hook is held, not used
  private List<Sentence> tryNames(Workers workers, Screen screen)
      throws IOException, InterruptedException {
    screen.live(streams.texts().say(TerminalCode.DOCTOR_NAMES));
    try (PrivateFolder folder = PrivateFolder.create("command");
        Shutdown ignored = Shutdown.install(workers::close, () -> {})) {
      return new NamesTrial(workers, folder.path()).fault();
    }
  }

  private List<String> machine(Installation installation, Sandboxes best, DoctorReport report) {
    Catalogue texts = streams.texts();
    String java = "%s, %s".formatted(Runtime.version(), System.getProperty("java.vm.name"));
    String system =
        texts.say(
            TerminalCode.DOCTOR_SYSTEM,
            "name",
            System.getProperty("os.name"),
            "architecture",
            System.getProperty("os.arch"),
            "processors",
            Runtime.getRuntime().availableProcessors());
    String natives = texts.say(TerminalCode.DOCTOR_NATIVES, "found", installation.hasNatives());
    Sentence reason = best.whyNotGrouped();
    String groups =
        texts.say(
            TerminalCode.DOCTOR_GROUPS,
            "grouped",
            reason == null,
            "reason",
            reason == null ? "" : reason.text(texts));
    List<String> lines = new ArrayList<>();
    lines.addAll(report.field("SANDBOX", best.name()));
    lines.addAll(report.field("GROUPS", groups));
    lines.addAll(report.field("JAVA", java));
    lines.addAll(report.field("SYSTEM", system));
    lines.addAll(report.field("TENSORFLOW", natives));
    return lines;
  }
}
