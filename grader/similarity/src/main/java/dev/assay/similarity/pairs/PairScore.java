package dev.assay.similarity.pairs;

import dev.assay.similarity.choices.ChoiceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What two answers share.
 *
 * @param first the number of the one
 * @param second the number of the other, greater
 * @param shared rare choices, the rarest first, none of which repeats another
 * @param usual what the two share with others: the mean of their weights with the third of those
 *     with whom each shares most
 */
public record PairScore(int first, int second, List<SharedChoice> shared, double usual) {
  /** Who learned as many others did shares something with several of them. */
  private static final double USUAL_PART = 0.5;

  private static final Comparator<SharedChoice> RAREST_FIRST =
      Comparator.comparingDouble(SharedChoice::weight)
          .reversed()
          .thenComparing(shared -> shared.choice().kind())
          .thenComparing(shared -> shared.first().length())
          .thenComparing(shared -> shared.choice().key());

  /** Leaves out of all that two share what repeats a rarer choice at the same place. */
  static PairScore of(int first, int second, List<SharedChoice> all) {
    List<SharedChoice> kept = new ArrayList<>();
    all.stream()
        .sorted(RAREST_FIRST)
        .filter(shared -> kept.stream().noneMatch(other -> repeats(shared, other)))
        .forEach(kept::add);
    return new PairScore(first, second, List.copyOf(kept), 0);
  }

  private static boolean repeats(SharedChoice shared, SharedChoice other) {
    ChoiceKind.Layer layer = shared.choice().kind().layer();
    return layer == other.choice().kind().layer()
        && (shared.first().overlaps(other.first()) || shared.second().overlaps(other.second()));
  }

  /** The sum of all weights. */
  public double weight() {
    return shared.stream().mapToDouble(SharedChoice::weight).sum();
  }

  /** The weight beyond what the two share with others as well. */
  public double excess() {
    return weight() - USUAL_PART * usual;
  }

  /** The same with what the two share with others. */
  PairScore beside(double others) {
    return new PairScore(first, second, shared, others);
  }

  /** How many layers the choices are of. */
  public long layers() {
    return shared.stream().map(each -> each.choice().kind().layer()).distinct().count();
  }
}
