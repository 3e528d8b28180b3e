package dev.assay.run;

import dev.assay.run.processes.Workers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The child processes of one level: those of several levels run at the same time.
 *
 * <p>What is enclosed has mounts of its own; what is not has ours.
 *
 * @param workers that keep processes for the next answers
 * @param folder what is in it is named by the children's command lines
 * @param before those that were there when the tests began
 */
record HostileProcesses(boolean plain, Workers workers, Path folder, Set<ProcessHandle> before) {
  private static final Path PROC = Path.of("/proc");
  private static final Pattern SCRATCH =
      Pattern.compile("\0TMPDIR=(/[^\0]*/assay-private-\\d+/worker-\\d+)\0");

  static HostileProcesses of(boolean plain, Workers workers, Path folder) {
    return new HostileProcesses(
        plain, workers, folder, ProcessHandle.current().descendants().collect(Collectors.toSet()));
  }

  /**
   * Our descendants, and those that were adopted by another parent. Without walls a process that
   * was not left is one whose folder is there still: other levels start processes that look the
   * same until they are enclosed.
   */
  List<ProcessHandle> left() throws IOException {
    Set<ProcessHandle> orphans = orphans();
    Set<ProcessHandle> waiting = waiting();
    return Stream.concat(
            ProcessHandle.current()
                .descendants()
                .filter(process -> !plain || orphans.contains(process) || names(process)),
            orphans.stream().filter(this::names))
        .filter(process -> !before.contains(process) && !waiting.contains(process))
        .filter(process -> process.isAlive() && isOurs(process))
        .distinct()
        .toList();
  }

  /** Those that wait for the next answer's files, and have seen none of this one's code. */
  private Set<ProcessHandle> waiting() throws IOException {
    try {
      return Set.copyOf(workers.waiting());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /**
   * Ends what is left and certainly comes from an answer without walls: a process of another level
   * that is just being enclosed looks the same.
   */
  void end() throws IOException {
    for (ProcessHandle process : left()) {
      if (names(process)) {
        process.destroyForcibly();
      }
    }
  }

  /** Whether it runs a class of an answer of ours: other tests may leave processes too. */
  private boolean names(ProcessHandle process) {
    String line = process.info().commandLine().orElse("");
    return line.contains(folder.toString()) && line.contains("Answer$");
  }

  private boolean isOurs(ProcessHandle process) {
    Path own = PROC.resolve("self/ns/mnt");
    return !Files.exists(own) || plain == mounts(own).equals(mounts(link(process)));
  }

  private static Path link(ProcessHandle process) {
    return PROC.resolve(Long.toString(process.pid())).resolve("ns/mnt");
  }

  private static String mounts(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "gone";
    }
  }

  /** Their environment names the folder that was theirs, and has been removed. */
  private static Set<ProcessHandle> orphans() throws IOException {
    if (!Files.exists(PROC)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.list(PROC)) {
      return all.filter(process -> process.getFileName().toString().matches("\\d+"))
          .filter(HostileProcesses::isOrphan)
          .flatMap(
              process ->
                  ProcessHandle.of(Long.parseLong(process.getFileName().toString())).stream())
          .collect(Collectors.toSet());
    }
  }

  private static boolean isOrphan(Path process) {
    try {
      String environment =
          Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
      Matcher matcher = SCRATCH.matcher("\0" + environment + "\0");
      return matcher.find() && !Files.exists(Path.of(matcher.group(1)));
    } catch (IOException e) {
      return false;
    }
  }
}
