package dev.assay.run.isolation;

import dev.assay.worker.protocol.Job;
import java.io.IOException;
import java.nio.file.Path;

/** A way to start a child process that keeps it apart from the rest of the machine. */
public interface Sandbox {
  /** What it is called. */
  String name();

  /**
   * Prepares the start of a process for one job.
   *
   * @param scratch an empty folder of this process's own, which the caller removes afterwards
   * @throws IOException when a file that the job writes cannot be created
   */
  Enclosure enclose(Program program, Job job, Path scratch) throws IOException;
}
