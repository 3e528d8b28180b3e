package dev.assay.run.isolation.command;

import java.nio.file.Path;

/**
 * A file of classes as Java lays them out in memory, with which it starts in about half the time.
 *
 * <p>Java compares the class path, each jar's time and size, and its own version with those at the
 * recording, and does without an archive that does not fit.
 *
 * @param file the archive
 * @param recorded whether the process writes it when it ends, instead of starting with it
 * @see <a href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">Class Data
 *     Sharing</a>
 */
public record ClassArchive(Path file, boolean recorded) {
  /** The option of Java that names the archive. */
  String option(String path) {
    return (recorded ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + path;
  }
}
