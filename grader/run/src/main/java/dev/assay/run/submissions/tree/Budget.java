package dev.assay.run.submissions.tree;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import java.io.IOException;

/** The amount that may still be read of one hand-in. */
public final class Budget {
  /** The most bytes of the sources of a hand-in, and of an archive in it. */
  public static final int MAX_SOURCE_BYTES = 16 << 20;

  public static final int MAX_ARCHIVE_BYTES = 64 << 20;
  private static final int MAX_ENTRIES = 50_000;
  private static final int MAX_DEPTH = 100;

  private final NoteCode rule;
  private final int limit;
  private final int most;
  private long left;
  private int entries;

  private Budget(NoteCode rule, int limit, int most) {
    this.rule = rule;
    this.limit = limit;
    this.most = most;
    left = most;
  }

  /** The budget for source files: more than may be compiled, because tests are left out later. */
  public static Budget ofSources() {
    return new Budget(NoteCode.JAVA_BUDGET_USED, MAX_SOURCE_BYTES, 2 * MAX_SOURCE_BYTES);
  }

  /** The budget for zip files. */
  public static Budget ofArchives() {
    return new Budget(NoteCode.ZIP_BUDGET_USED, MAX_ARCHIVE_BYTES, MAX_ARCHIVE_BYTES);
  }

  /** Reads a file as a part of what may be read. */
  byte[] read(FileNode file) throws IOException, Refused {
    if (file.size() > left) {
      throw new Refused(Sentence.of(rule, "file", file.name().text(), "limit", limit));
    }
    byte[] bytes = file.content().read((int) Math.min(left, most));
    left -= bytes.length;
    return bytes;
  }

  void entry(NodeName folder) throws Refused {
    entries++;
    if (entries > MAX_ENTRIES) {
      throw new Refused(
          Sentence.of(NoteCode.TOO_MANY_FILES, "folder", folder.text(), "limit", MAX_ENTRIES));
    }
  }

  void descend(int depth, NodeName folder) throws Refused {
    if (depth > MAX_DEPTH) {
      throw new Refused(
          Sentence.of(NoteCode.FOLDERS_TOO_DEEP, "folder", folder.text(), "limit", MAX_DEPTH));
    }
  }
}
