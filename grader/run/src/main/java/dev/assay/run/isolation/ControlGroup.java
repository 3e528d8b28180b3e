package dev.assay.run.isolation;

import dev.assay.run.isolation.command.ResourceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A control group (version 2) for one child process and all that it starts: the kernel adds up what
 * they use, and they are ended together wherever their parents are.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2</a>
 */
public final class ControlGroup {
  /**
   * What the kernel counts besides a process's private memory: the pages of Java's and TensorFlow's
   * own code, page tables and stacks, and the files in the sandbox's memory.
   */
  static final long CAGE_BYTES = 512L << 20;

  /** The time that killed processes may take to disappear. */
  private static final long END_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** A process that cannot be put there is bound by its own limits still. */
  private static final String ENTER = "{ echo $$ >\"$0\"; } 2>/dev/null; exec \"$@\"";

  private final Path folder;
  private final long memoryBytes;

  private ControlGroup(Path folder, ResourceLimits limits) {
    this.folder = folder;
    memoryBytes = limits.memoryBytes() + CAGE_BYTES;
  }

  /** Counts what the kernel refused to a group's processes. */
  public enum Refusal {
    /** They had all the memory that they may have, and were killed. */
    MEMORY,
    /** They were killed for want of memory, but not by their own limit. */
    MEMORY_ELSEWHERE,
    /** They had all the processes and threads that they may have, and got no more. */
    THREADS
  }

  /**
   * Makes an empty one with limits.
   *
   * @param folder in a group that has the controllers memory and pids for its parts
   * @throws IOException when the kernel does not let it be
   */
  static ControlGroup create(Path folder, ResourceLimits limits) throws IOException {
    ControlGroup group = new ControlGroup(folder, limits);
    Files.createDirectory(folder);
    try {
      group.limit(limits);
    } catch (IOException e) {
      group.end();
      throw e;
    }
    return group;
  }

  private void limit(ResourceLimits limits) throws IOException {
    Files.writeString(folder.resolve("memory.max"), Long.toString(memoryBytes));
    Files.writeString(folder.resolve("memory.oom.group"), "1");
    Files.writeString(
        folder.resolve("pids.max"),
        Integer.toString(limits.processes() + ResourceLimits.CAGE_PROCESSES));
    try {
      Files.writeString(folder.resolve("memory.swap.max"), "0");
    } catch (IOException e) {
      // A kernel without swap has no such file.
    }
  }

  /** A command that enters the group and then becomes the program. */
  List<String> command(List<String> program) {
    String processes = folder.resolve("cgroup.procs").toString();
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", ENTER, processes));
    command.addAll(program);
    return command;
  }

  /** The worst that was refused so far; null when nothing was. */
  public @Nullable Refusal refusal() {
    if (count("memory.events", "oom_kill") > 0) {
      return count("memory.events", "oom") > 0 ? Refusal.MEMORY : Refusal.MEMORY_ELSEWHERE;
    }
    return count("pids.events", "max") > 0 ? Refusal.THREADS : null;
  }

  /** The most memory that was used at a time, in bytes; the limit where the kernel keeps none. */
  public long peakBytes() {
    return read("memory.peak").map(text -> Long.parseLong(text.strip())).orElse(memoryBytes);
  }

  private long count(String file, String key) {
    return read(file).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(key + " "))
        .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1).strip()))
        .sum();
  }

  /** Older kernels have fewer files. */
  private Optional<String> read(String file) {
    try {
      return Optional.of(Files.readString(folder.resolve(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Kills all that is in it and removes it; one that will not go stays. */
  void end() {
    try {
      Files.writeString(folder.resolve("cgroup.kill"), "1", StandardOpenOption.WRITE);
      long deadline = System.nanoTime() + END_NANOS;
      while (count("cgroup.events", "populated") > 0 && System.nanoTime() - deadline < 0) {
        LockSupport.parkNanos(POLL_NANOS);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // No grading is worth less for a folder without processes.
    }
  }
}
