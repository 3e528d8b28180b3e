package dev.assay.run.isolation;

import dev.assay.datasets.files.Reasons;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.run.isolation.command.Program;
import dev.assay.run.isolation.command.ResourceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The part of the kernel's tree of control groups that was handed to this process alone, as by
 * {@code systemd-run --user --scope -p Delegate=yes}. A group holds either processes or groups with
 * limits, so the grader moves into one of its own beside those of its children.
 */
final class ControlGroups {
  private static final Set<String> CONTROLLERS = Set.of("memory", "pids");
  private static final ResourceLimits TRIAL = new ResourceLimits(16, 64, 1, 8);

  private final Path folder;
  private final Path own;
  private final String process;
  private final AtomicInteger made = new AtomicInteger();

  private ControlGroups(Path folder, long process) {
    this.folder = folder;
    this.process = Long.toString(process);
    own = folder.resolve("assay-" + process);
  }

  /**
   * Takes them over.
   *
   * @param self what the system tells of this process: {@code /proc/self}
   * @param process its number
   * @throws IOException with the reason, when they were not handed to this process alone
   */
  static ControlGroups enter(Path self, long process) throws IOException {
    ControlGroups groups = new ControlGroups(folder(self), process);
    groups.requireDelegated();
    Files.createDirectories(groups.own);
    try {
      write(groups.own, "cgroup.procs", groups.process);
      write(groups.folder, "cgroup.subtree_control", "+memory +pids");
    } catch (IOException e) {
      groups.goBack();
      throw e;
    }
    return groups;
  }

  /** The folder of this process's group: a machine may have both versions of control groups. */
  private static Path folder(Path self) throws IOException {
    if (!Files.isReadable(self.resolve("cgroup"))) {
      throw new SentenceException(Sentence.of(FaultCode.NO_CONTROL_GROUPS));
    }
    for (String line : Files.readAllLines(self.resolve("cgroup"))) {
      if (line.startsWith("0::/")) {
        return folder(Path.of(line.substring("0::".length())), self.resolve("mountinfo"));
      }
    }
    throw new SentenceException(Sentence.of(FaultCode.NO_CONTROL_GROUP_2));
  }

  /** Lines are as {@code 41 31 0:38 ROOT FOLDER rw,relatime - cgroup2 cgroup2 rw}. */
  private static Path folder(Path group, Path mounts) throws IOException {
    for (String line : Files.readAllLines(mounts)) {
      int end = line.indexOf(" - cgroup2 ");
      String[] fields = line.split(" ", 6);
      if (end > 0 && group.equals(group.normalize()) && group.startsWith(fields[3])) {
        return Path.of(fields[4]).resolve(Path.of(fields[3]).relativize(group));
      }
    }
    throw fault(FaultCode.CONTROL_GROUP_NOT_SEEN, "group", group);
  }

  private void requireDelegated() throws IOException {
    Path controllers = folder.resolve("cgroup.controllers");
    if (!Files.isReadable(controllers)) {
      throw closed(controllers, "READ");
    }
    if (!List.of(Files.readString(controllers).strip().split(" ")).containsAll(CONTROLLERS)) {
      throw fault(FaultCode.CONTROLLERS_MISSING, "file", controllers);
    }
    for (String file : List.of("", "cgroup.procs", "cgroup.subtree_control")) {
      if (!Files.isWritable(folder.resolve(file))) {
        throw closed(folder.resolve(file), "WRITE");
      }
    }
    if (!Files.exists(folder.resolve("cgroup.kill"))) {
      throw fault(FaultCode.CONTROL_GROUP_NOT_KILLABLE, "group", folder);
    }
    if (!Files.readAllLines(folder.resolve("cgroup.procs")).equals(List.of(process))) {
      throw fault(FaultCode.CONTROL_GROUP_SHARED, "group", folder);
    }
  }

  private static SentenceException fault(FaultCode code, String name, Path path) {
    return new SentenceException(Sentence.of(code, name, path.toString()));
  }

  private static SentenceException closed(Path file, String access) {
    return new SentenceException(
        Sentence.of(
            FaultCode.CONTROL_GROUP_FILE_CLOSED, "file", file.toString(), "access", access));
  }

  /**
   * Starts a program that looks where it is.
   *
   * @throws IOException when it is not in a group of its own; the groups are left then
   */
  void tryOut() throws IOException {
    Path part = next();
    try {
      ControlGroup group = ControlGroup.create(part, TRIAL);
      try {
        String look = "grep '^0::.*/%s$' /proc/self/cgroup".formatted(part.getFileName());
        Trial.run(group.command(List.of("/bin/sh", "-c", look)));
      } finally {
        group.end();
      }
    } catch (IOException e) {
      leave();
      throw failed(FaultCode.CONTROL_GROUP_NOT_ENTERED, "group", part, e);
    }
  }

  /** The sandbox with a group for each process; without where none can be made. */
  Sandbox around(Sandbox sandbox) {
    return new Grouped(sandbox, this);
  }

  private record Grouped(Sandbox sandbox, ControlGroups groups) implements Sandbox {
    @Override
    public Optional<Path> closed(List<Path> paths) throws IOException {
      return sandbox.closed(paths);
    }

    @Override
    public String name() {
      return sandbox.name();
    }

    @Override
    public Enclosure enclose(Program program, Job job, Path scratch) throws IOException {
      Enclosure enclosure = sandbox.enclose(program, job, scratch);
      try {
        return enclosure.in(ControlGroup.create(groups.next(), program.limits()));
      } catch (IOException e) {
        // Its own limits and the watchdog bind it still.
        return enclosure;
      }
    }
  }

  private Path next() {
    return folder.resolve(
        String.format(Locale.ROOT, "assay-%s-%d", process, made.incrementAndGet()));
  }

  /** Goes back, so that a later grader finds everything as this one did. */
  void leave() {
    try {
      write(folder, "cgroup.subtree_control", "-memory -pids");
    } catch (IOException e) {
      // Then there is no way back either.
    }
    goBack();
  }

  private void goBack() {
    try {
      write(folder, "cgroup.procs", process);
      Files.delete(own);
    } catch (IOException e) {
      // Whoever handed the groups out removes them with all that is in them.
    }
  }

  private static void write(Path group, String file, String text) throws IOException {
    try {
      Files.writeString(group.resolve(file), text);
    } catch (IOException e) {
      throw failed(FaultCode.CONTROL_GROUP_NOT_WRITTEN, "file", group.resolve(file), e);
    }
  }

  private static SentenceException failed(FaultCode code, String name, Path path, IOException e) {
    return new SentenceException(
        Sentence.of(code, name, path.toString(), "reason", Reasons.of(e)), e);
  }
}
