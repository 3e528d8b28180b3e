package dev.assay.run;

import dev.assay.findings.Sentence;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.command.ResourceLimits;
import dev.assay.run.jobs.IsolationMeter;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks from inside how well child processes are kept apart on this machine. */
public final class Doctor {
  /**
   * It takes gibibytes of memory and writes large files, which a busy machine needs minutes for.
   */
  private static final int PROBE_SECONDS = 300;

  private final Workers workers;
  private final Path folder;

  /**
   * Prepares probes.
   *
   * @param folder for what they write
   */
  public Doctor(Workers workers, Path folder) {
    this.workers = workers;
    this.folder = folder;
  }

  /**
   * What a probe found.
   *
   * @param isolation what it measured before it tried anything; null when it never started
   * @param attempts what it tried; none when it was ended
   * @param end why it was ended or did not start; empty when it came to its own end
   */
  public record Examination(@Nullable Isolation isolation, List<Attempt> attempts, String end) {}

  /**
   * An attempt of a probe to break out.
   *
   * @param tried what was tried: "read /home/x"
   * @param succeeded whether it was possible
   * @param happened what happened
   */
  public record Attempt(Sentence tried, boolean succeeded, Sentence happened) {
    /** Returns what was tried, in English. */
    public String what() {
      return tried.text();
    }

    /** Returns what happened, in English. */
    public String detail() {
      return happened.text();
    }
  }

  /**
   * Starts a probe just as a job of that role is started.
   *
   * @throws IOException when its files cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public Examination examine(Role role) throws IOException, InterruptedException {
    IsolationMeter meter = new IsolationMeter();
    try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Job job =
          new Job.Probe(
              secrets().toList(),
              listener.getLocalPort(),
              ProcessHandle.current().pid(),
              limits(role),
              folder.resolve("probe"));
      Path log = folder.resolve("probe.log");
      Outcome outcome = workers.run(role, job, PROBE_SECONDS, log, meter::heard);
      if (outcome instanceof Outcome.Answered answered
          && answered.message() instanceof Message.Probed probed) {
        return new Examination(meter.isolation(), attempts(probed), "");
      }
      return new Examination(
          meter.isolation(), List.of(), ProcessVerdicts.ofProbe(outcome).message());
    } finally {
      Files.deleteIfExists(folder.resolve("probe"));
    }
  }

  private static List<Attempt> attempts(Message.Probed probed) {
    return probed.attempts().stream()
        .map(tried -> new Attempt(tried.tried(), tried.succeeded(), tried.happened()))
        .toList();
  }

  private Stream<Path> secrets() {
    Installation installation = workers.installation();
    Path user = Path.of(Objects.requireNonNull(System.getProperty("user.home")));
    return Stream.of(
            installation.embeddedData(),
            installation.home().resolve("assay"),
            installation.cache(),
            user,
            Path.of("/etc/passwd"))
        .filter(Files::exists);
  }

  private static Job.ProbeLimits limits(Role role) {
    ResourceLimits limits = role.limits();
    return new Job.ProbeLimits(limits.memoryBytes(), limits.fileBytes(), limits.processes());
  }
}
