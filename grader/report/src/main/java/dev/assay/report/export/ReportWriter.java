package dev.assay.report.export;

import java.io.IOException;

/**
 * A format in which grades leave Assay, found by {@link java.util.ServiceLoader}.
 *
 * <p>A writer only turns values into text: it reads no file, knows no clock and prints nothing. All
 * writers take the points from {@link Points}, so that none disagrees with another.
 */
public interface ReportWriter {
  /** What a writer makes. */
  enum Shape {
    /** One file. */
    FILE,
    /** One file if there is one student, otherwise a folder for each. */
    FILE_PER_STUDENT,
    /** Several files, in folders. */
    FOLDER,
    /**
     * Commands for the build server that runs Assay, which reads them on standard output, and a
     * page for its web site.
     */
    WORKFLOW
  }

  /** Whether a file of the other tool is filled in. */
  enum Merging {
    /** The file is made anew. */
    NEVER,
    /** A file is filled in where there is one, and made anew otherwise. */
    POSSIBLE,
    /** There must be a file to fill in. */
    REQUIRED
  }

  /** The name of the format, in lower case, such as {@code canvas}; no two writers share it. */
  String format();

  /** What it makes. */
  Shape shape();

  /** Whether it fills in a file of the other tool. */
  default Merging merging() {
    return Merging.NEVER;
  }

  /** What the file, or the folder, is called where nobody says otherwise. */
  String fileName();

  /**
   * Writes the grades.
   *
   * @return at least one file
   * @throws ExportException if the file to be filled in is not what the format needs
   * @throws IOException if a student's sources cannot be read
   */
  Export write(ExportRequest request) throws IOException;
}
