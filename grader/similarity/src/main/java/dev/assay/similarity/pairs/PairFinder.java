package dev.assay.similarity.pairs;

import dev.assay.similarity.choices.AnswerChoices;
import dev.assay.similarity.choices.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Scores all pairs of a class that share a rare choice. */
public final class PairFinder {
  /** Who copied shares much with one or two others; with a third only what is usual. */
  private static final int BEYOND_A_COPY = 2;

  private final List<AnswerChoices> answers;
  private final Rarity rarity;

  /**
   * Counts the choices of a class.
   *
   * @param given choices that are nobody's own, such as those of a starter
   */
  public PairFinder(List<AnswerChoices> answers, Set<Choice> given) {
    this.answers = List.copyOf(answers);
    rarity = Rarity.of(answers, given);
  }

  /** All pairs, the one that shares most first. */
  public List<PairScore> scores() {
    Map<Long, List<SharedChoice>> shared = new TreeMap<>();
    rarity
        .makers()
        .forEach(
            (choice, makers) -> {
              if (rarity.isSharedByFew(choice) && rarity.weight(choice) > 0) {
                addPairs(choice, makers, shared);
              }
            });
    List<PairScore> scores = new ArrayList<>();
    shared.forEach(
        (pair, list) ->
            scores.add(PairScore.of((int) (pair >> Integer.SIZE), pair.intValue(), list)));
    return besideOthers(scores).stream()
        .sorted(
            Comparator.comparingDouble(PairScore::excess)
                .reversed()
                .thenComparing(PairScore::first)
                .thenComparing(PairScore::second))
        .toList();
  }

  private List<PairScore> besideOthers(List<PairScore> scores) {
    List<List<Double>> weights = new ArrayList<>();
    answers.forEach(answer -> weights.add(new ArrayList<>()));
    for (PairScore score : scores) {
      weights.get(score.first()).add(score.weight());
      weights.get(score.second()).add(score.weight());
    }
    double[] usual = weights.stream().mapToDouble(PairFinder::usual).toArray();
    return scores.stream()
        .map(score -> score.beside((usual[score.first()] + usual[score.second()]) / 2))
        .toList();
  }

  private static double usual(List<Double> weights) {
    return weights.stream()
        .sorted(Comparator.reverseOrder())
        .skip(BEYOND_A_COPY)
        .findFirst()
        .orElse(0.0);
  }

  private void addPairs(Choice choice, List<Integer> makers, Map<Long, List<SharedChoice>> shared) {
    for (int i = 0; i < makers.size(); i++) {
      for (int j = i + 1; j < makers.size(); j++) {
        int first = makers.get(i);
        int second = makers.get(j);
        long pair = ((long) first << Integer.SIZE) | second;
        shared
            .computeIfAbsent(pair, key -> new ArrayList<>())
            .add(
                new SharedChoice(
                    choice,
                    makers.size(),
                    rarity.weight(choice),
                    Objects.requireNonNull(answers.get(first).places().get(choice)),
                    Objects.requireNonNull(answers.get(second).places().get(choice))));
      }
    }
  }
}
