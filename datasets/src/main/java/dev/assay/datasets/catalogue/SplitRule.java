package dev.assay.datasets.catalogue;

import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which rows are split into training, validation and hidden rows.
 *
 * @param hidden the share of the rows that is hidden; null if the hidden part has files of its own
 * @param validation the share for validation, of all rows that are not in files of their own
 * @param stratified whether each part has the classes in the same proportion
 * @param fold the part of the shuffled rows that is hidden; null for their beginning
 */
public record SplitRule(
    @Nullable Share hidden, Share validation, boolean stratified, @Nullable Fold fold) {

  /** A rule without folds. */
  public SplitRule(@Nullable Share hidden, Share validation, boolean stratified) {
    this(hidden, validation, stratified, null);
  }

  /**
   * One of several parts of about the same size, of which each row is in exactly one.
   *
   * @param number from 1
   * @param of how many parts there are, at least 2
   */
  public record Fold(int number, int of) {
    public Fold {
      if (of < 2 || number < 1 || number > of) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "a fold must be in [1, %d], of at least 2. Received: %d", of, number));
      }
    }
  }

  /** The same rule, where the hidden rows are one of several folds. */
  public SplitRule fold(int number, int of) {
    return new SplitRule(new Share(1, of), validation, stratified, new Fold(number, of));
  }

  /**
   * A share of some rows, as it is for the published number of rows.
   *
   * @param rows this many ...
   * @param of ... of this many; of another number of rows the same fraction, rounded to nearest
   */
  public record Share(int rows, int of) {
    public Share {
      if (rows < 1 || rows >= of) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "a share must be in [1, %d). Received: %d", of, rows));
      }
    }

    public int count(int total) {
      return (int) ((2L * rows * total + of) / (2L * of));
    }
  }

  public static SplitRule stratified(int hidden, int validation, int of) {
    return new SplitRule(new Share(hidden, of), new Share(validation, of), true);
  }

  public static SplitRule shuffled(int hidden, int validation, int of) {
    return new SplitRule(new Share(hidden, of), new Share(validation, of), false);
  }

  public static SplitRule stratifiedBesideHidden(int validation, int of) {
    return new SplitRule(null, new Share(validation, of), true);
  }

  /** The rule in words, such as "50 of 150 rows hidden, 20 for validation, by class and seed". */
  public Sentence sentence() {
    return Sentence.of(
        DataCode.DATA_SPLIT,
        "beside",
        hidden == null,
        "hidden",
        hidden == null ? 0 : hidden.rows(),
        "validation",
        validation.rows(),
        "rows",
        validation.of(),
        "stratified",
        stratified);
  }
}
