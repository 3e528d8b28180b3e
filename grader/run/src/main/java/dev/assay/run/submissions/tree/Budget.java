package dev.assay.run.submissions.tree;

import dev.assay.run.submissions.tree.Node.FileNode;
import java.io.IOException;
import java.util.Locale;

/** The amount that may still be read of one hand-in. */
public final class Budget {
  /** The most bytes of the sources of a hand-in, and of an archive in it. */
  public static final int MAX_SOURCE_BYTES = 16 << 20;

  public static final int MAX_ARCHIVE_BYTES = 64 << 20;
  private static final int MAX_ENTRIES = 50_000;
  private static final int MAX_DEPTH = 100;

  private final String rule;
  private final int most;
  private long left;
  private int entries;

  private Budget(String rule, int most) {
    this.rule = rule;
    this.most = most;
    left = most;
  }

  /** The budget for source files: more than may be compiled, because tests are left out later. */
  public static Budget ofSources() {
    return new Budget(
        String.format(
            Locale.ROOT,
            "more than 1000 Java files or %d bytes of them: is it a submission?",
            MAX_SOURCE_BYTES),
        2 * MAX_SOURCE_BYTES);
  }

  /** The budget for zip files. */
  public static Budget ofArchives() {
    return new Budget(
        String.format(
            Locale.ROOT,
            "more than %d bytes of zip files. Hand in only the sources.",
            MAX_ARCHIVE_BYTES),
        MAX_ARCHIVE_BYTES);
  }

  /** Reads a file as a part of what may be read. */
  byte[] read(FileNode file) throws IOException, Refused {
    if (file.size() > left) {
      throw new Refused("%s: %s".formatted(file.name().text(), rule));
    }
    byte[] bytes = file.content().read((int) Math.min(left, most));
    left -= bytes.length;
    return bytes;
  }

  void entry(NodeName folder) throws Refused {
    entries++;
    if (entries > MAX_ENTRIES) {
      throw new Refused(
          String.format(
              Locale.ROOT,
              "%s contains more than %d files. Hand in only the sources.",
              folder.text(),
              MAX_ENTRIES));
    }
  }

  void descend(int depth, NodeName folder) throws Refused {
    if (depth > MAX_DEPTH) {
      throw new Refused(
          String.format(
              Locale.ROOT,
              "%s lies more than %d folders deep. Hand in only the sources.",
              folder.text(),
              MAX_DEPTH));
    }
  }
}
