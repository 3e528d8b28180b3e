package dev.assay.similarity.pairs;

import dev.assay.similarity.choices.AnswerChoices;
import dev.assay.similarity.choices.Choice;
import dev.assay.similarity.choices.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scores the pairs of a class that share rare choices.
 *
 * <p>Numbers are shared by so many that in a class of thousands no list of all pairs that share one
 * has room. Two answers are looked at if they share something rarer.
 */
public final class PairFinder {
  /** Who copied shares much with one or two others; with a third only what is usual. */
  private static final int BEYOND_A_COPY = 2;

  private final List<AnswerChoices> answers;
  private final Rarity rarity;
  private final Map<Integer, List<Choice>> rare = new HashMap<>();

  /** The sum of all weights that two answers share, of which some repeat others. */
  private record Bound(int other, double weight) {}

  /**
   * Counts the choices of a class.
   *
   * @param given choices that are nobody's own, such as those of a starter
   */
  public PairFinder(List<AnswerChoices> answers, Set<Choice> given) {
    this.answers = List.copyOf(answers);
    rarity = Rarity.of(answers, given);
  }

  /**
   * The pairs that share more than numbers, the one that shares most beyond the usual first.
   *
   * @param least the weight that a pair has to have
   * @param layers how many layers its choices have to be of
   */
  public List<PairScore> scores(double least, int layers) {
    List<PairScore> scores = new ArrayList<>();
    for (long pair : candidates()) {
      PairScore score = score((int) (pair >> Integer.SIZE), (int) pair);
      if (score.weight() >= least && score.layers() >= layers) {
        scores.add(score);
      }
    }
    Map<Integer, Double> usual = new HashMap<>();
    return scores.stream()
        .map(
            score ->
                score.beside(
                    (usual.computeIfAbsent(score.first(), this::usual)
                            + usual.computeIfAbsent(score.second(), this::usual))
                        / 2))
        .sorted(
            Comparator.comparingDouble(PairScore::excess)
                .reversed()
                .thenComparing(PairScore::first)
                .thenComparing(PairScore::second))
        .toList();
  }

  /** The pairs that share a choice that everybody could have made; only a few share such a one. */
  private Set<Long> candidates() {
    Set<Long> pairs = new TreeSet<>();
    rarity
        .makers()
        .forEach(
            (choice, makers) -> {
              if (choice.role() == null && counts(choice)) {
                addPairs(makers, pairs);
              }
            });
    return pairs;
  }

  private static void addPairs(List<Integer> makers, Set<Long> pairs) {
    for (int i = 0; i < makers.size(); i++) {
      for (int j = i + 1; j < makers.size(); j++) {
        pairs.add(((long) makers.get(i) << Integer.SIZE) | makers.get(j));
      }
    }
  }

  private boolean counts(Choice choice) {
    return rarity.isSharedByFew(choice) && rarity.weight(choice) > 0;
  }

  private List<Choice> rare(int answer) {
    return rare.computeIfAbsent(
        answer,
        number -> answers.get(number).places().keySet().stream().filter(this::counts).toList());
  }

  private PairScore score(int first, int second) {
    Map<Choice, Place> places = answers.get(second).places();
    List<SharedChoice> shared = new ArrayList<>();
    for (Choice choice : rare(first)) {
      Place place = places.get(choice);
      if (place != null) {
        shared.add(
            new SharedChoice(
                choice,
                rarity.count(choice),
                rarity.weight(choice),
                Objects.requireNonNull(answers.get(first).places().get(choice)),
                place));
      }
    }
    return PairScore.of(first, second, shared);
  }

  /** The third of the weights that an answer shares with others; 0 where there are fewer. */
  private double usual(int answer) {
    PriorityQueue<Double> greatest = new PriorityQueue<>();
    for (Bound bound : bounds(answer)) {
      if (greatest.size() > BEYOND_A_COPY && greatest.element() >= bound.weight()) {
        break;
      }
      int first = Math.min(answer, bound.other());
      greatest.add(score(first, Math.max(answer, bound.other())).weight());
      if (greatest.size() > BEYOND_A_COPY + 1) {
        greatest.remove();
      }
    }
    return greatest.size() > BEYOND_A_COPY ? greatest.element() : 0;
  }

  /** What an answer shares with each other at most, the greatest first. */
  private List<Bound> bounds(int answer) {
    double[] sums = new double[answers.size()];
    Set<Integer> others = new LinkedHashSet<>();
    for (Choice choice : rare(answer)) {
      double weight = rarity.weight(choice);
      for (int other : rarity.makers(choice)) {
        sums[other] += weight;
        others.add(other);
      }
    }
    others.remove(answer);
    return others.stream()
        .map(other -> new Bound(other, sums[other]))
        .sorted(Comparator.comparingDouble(Bound::weight).reversed())
        .toList();
  }
}
