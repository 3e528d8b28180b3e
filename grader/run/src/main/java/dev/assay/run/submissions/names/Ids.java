package dev.assay.run.submissions.names;

import dev.assay.datasets.files.Sha256;
import dev.assay.run.submissions.tree.NodeName;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Ids of submissions: names of folders on every system, which depend on nothing but the name that
 * was handed in, and are different for different names.
 *
 * <p>Letters, marks and digits of all scripts are kept. What is no part of a file name everywhere
 * is written as {@code %XX}, its bytes in UTF-8. A name that is too long ends with a digest of it
 * all.
 */
public final class Ids {
  private static final int MAX_BYTES = 200;
  private static final int KEPT_BYTES = 180;
  private static final int DIGEST = 16;
  private static final String SIGNS = " ._-,()+@'";
  private static final String NOT_FIRST = " .-+@=";
  private static final String NOT_LAST = " .";
  private static final String JOINERS = "\u200c\u200d";

  /** Names that Windows keeps for devices, and those that a run's folder has for files of ours. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?"
              + "|(entries|class(\\.\\d+)?)\\.json|roster\\.csv|(overrides|scorings)\\.jsonl");

  private final Set<String> taken = new HashSet<>();
  private final boolean ignoresCase;

  /** Makes ids for a run on this system. */
  public Ids() {
    this(File.separatorChar == '\\' || System.getProperty("os.name", "").startsWith("Mac"));
  }

  /**
   * Makes ids for a run.
   *
   * @param ignoresCase whether names that differ only in case are one folder on this system
   */
  Ids(boolean ignoresCase) {
    this.ignoresCase = ignoresCase;
  }

  /**
   * An id that no other submission of the run has.
   *
   * @param names the name, then others to try when an earlier one is taken
   * @param origin tells apart what no name does
   */
  public String unique(List<NodeName> names, String origin) {
    for (NodeName name : names) {
      String id = of(name);
      if (take(id)) {
        return id;
      }
    }
    String id = of(names.get(0)) + "~" + digest(origin);
    take(id);
    return id;
  }

  private boolean take(String id) {
    return taken.add(ignoresCase ? id.toLowerCase(Locale.ROOT) : id);
  }

  static String of(NodeName name) {
    String id = escaped(name.exact());
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MAX_BYTES) {
      return id;
    }
    int end = id.length();
    while (id.substring(0, end).getBytes(StandardCharsets.UTF_8).length > KEPT_BYTES) {
      end = id.offsetByCodePoints(end, -1);
    }
    return id.substring(0, end) + "~" + digest(name.exact());
  }

  private static String digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST);
  }

  private static String escaped(String name) {
    if (name.isEmpty()) {
      return "%";
    }
    StringBuilder id = new StringBuilder();
    int last = name.length() - Character.charCount(name.codePointBefore(name.length()));
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      boolean kept =
          isKept(c)
              && !(i == 0 && (NOT_FIRST.indexOf(c) >= 0 || TAKEN.matcher(name).matches()))
              && !(i == last && NOT_LAST.indexOf(c) >= 0);
      id.append(kept ? Character.toString(c) : escape(c));
    }
    return id.toString();
  }

  /** A percent sign begins an escape already. */
  private static boolean isKept(int c) {
    if (c < 0x80) {
      return Character.isLetterOrDigit(c) || c == '%' || SIGNS.indexOf(c) >= 0;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> JOINERS.indexOf(c) >= 0;
      default -> true;
    };
  }

  private static String escape(int c) {
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      return String.format(Locale.ROOT, "%%u%04X", c);
    }
    StringBuilder escape = new StringBuilder();
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      escape.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
    }
    return escape.toString();
  }
}
