package dev.assay.keras.training;

import java.util.Locale;

/**
 * The position of a training among those of an ensemble.
 *
 * @param member from 1
 * @param members how many there are
 * @param fold the one that is left out of the training set, from 1; 0 where none is
 * @param folds how many there are; 0 where none is left out
 */
public record Part(int member, int members, int fold, int folds) {
  /** A training whose result is a member of the ensemble. */
  public static Part member(int member, int members) {
    return new Part(member, members, 0, 0);
  }

  /**
   * Returns whether its result is a member of the ensemble, rather than only predictions for a
   * fold.
   */
  public boolean makesMember() {
    return fold == 0;
  }

  /** Returns the text for people: "member 2/5", "member 2/3 without fold 1/5". */
  public String show() {
    return makesMember()
        ? String.format(Locale.ROOT, "member %d/%d", member, members)
        : String.format(
            Locale.ROOT, "member %d/%d without fold %d/%d", member, members, fold, folds);
  }
}
