package dev.assay.report;

import dev.assay.report.checks.Components;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of every entry of the folders and paths that were handed in.
 *
 * @param seen all entries
 * @param graded those that belong to a submission, which has a result
 * @param leftOut those that belong to none; {@code seen} is the sum of the two
 * @param list all entries, in the order in which they were seen
 */
public record Entries(int seen, int graded, int leftOut, List<Entry> list) {
  /**
   * One entry.
   *
   * @param name its whole name
   * @param submission the id of its submission; null when it is left out
   * @param reason why it is left out, in a clause; null when it is not
   * @param handedIn when its submission was handed in; null where that is not known
   */
  public record Entry(
      String name,
      @Nullable String submission,
      @Nullable SentenceLine reason,
      @Nullable Instant handedIn) {
    /** An entry of which nobody knows when it was handed in. */
    public Entry(String name, @Nullable String submission, @Nullable SentenceLine reason) {
      this(name, submission, reason, null);
    }

    public Entry {
      if ((submission == null) == (reason == null)) {
        throw new IllegalArgumentException(
            "an entry must have either a submission or a reason. Received: " + name);
      }
    }
  }

  /** Checks that the counts are those of the list. */
  public Entries {
    list = Components.list("list", list);
    long out = list.stream().filter(entry -> entry.submission() == null).count();
    if (seen != list.size() || leftOut != out || graded != seen - leftOut) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "counts must be those of the list. Received: %d, %d, %d",
              seen,
              graded,
              leftOut));
    }
  }

  /** Counts entries. */
  public static Entries of(List<Entry> list) {
    int out = (int) list.stream().filter(entry -> entry.submission() == null).count();
    return new Entries(list.size(), list.size() - out, out, list);
  }

  /** The entries that no submission has. */
  public List<Entry> omitted() {
    return list.stream().filter(entry -> entry.submission() == null).toList();
  }
}
