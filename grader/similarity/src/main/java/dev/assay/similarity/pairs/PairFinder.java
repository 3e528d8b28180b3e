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
    double[] most = new double[answers.size()];
    double[] second = new double[answers.size()];
    for (PairScore score : scores) {
      for (int answer : new int[] {score.first(), score.second()}) {
        double weight = score.weight();
        second[answer] = Math.max(second[answer], Math.min(weight, most[answer]));
        most[answer] = Math.max(most[answer], weight);
      }
    }
    return scores.stream()
        .map(score -> score.beside((second[score.first()] + second[score.second()]) / 2))
        .toList();
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
