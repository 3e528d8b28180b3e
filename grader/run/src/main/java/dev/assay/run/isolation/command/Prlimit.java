package dev.assay.run.isolation.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Limits of each process by util-linux's prlimit, which then becomes the program it limits. */
public final class Prlimit {
  private static final int OPEN_FILES = 256;

  private Prlimit() {}

  /**
   * The beginning of a command.
   *
   * @param ownUser whether only this child's processes count as its user's: the kernel's limit is
   *     on a user's processes, wherever they come from
   */
  public static List<String> command(Path prlimit, Program program, boolean ownUser) {
    ResourceLimits limits = program.limits();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(prlimit.toString(), "--core=0:0", "--data=" + limits.memoryBytes()));
    command.addAll(List.of("--fsize=" + limits.fileBytes(), "--cpu=" + program.cpuSeconds()));
    command.add("--nofile=" + OPEN_FILES);
    if (ownUser) {
      command.add("--nproc=" + limits.processes());
    }
    command.add("--");
    return command;
  }
}
