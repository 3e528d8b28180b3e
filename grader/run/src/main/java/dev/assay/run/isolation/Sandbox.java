package dev.assay.run.isolation;

import dev.assay.protocol.Job;
import dev.assay.run.isolation.command.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A way to start a child process that keeps it apart from the rest of the machine. */
public interface Sandbox {
  /** The name for people. */
  String name();

  /**
   * Finds what its processes could not read, because of permissions, of files that they all need.
   *
   * @param paths files, and folders with all that is in them
   * @return the first one; empty when they can read all
   * @throws IOException when permissions cannot be read
   */
  default Optional<Path> closed(List<Path> paths) throws IOException {
    return Optional.empty();
  }

  /**
   * Prepares the start of a process for one job.
   *
   * @param scratch an empty folder of this process's own, which the caller removes afterwards
   * @throws IOException when a file that the job writes cannot be created
   */
  Enclosure enclose(Program program, Job job, Path scratch) throws IOException;
}
