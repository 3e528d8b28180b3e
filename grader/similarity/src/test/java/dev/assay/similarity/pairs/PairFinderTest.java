package dev.assay.similarity.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.similarity.answers.ComparedAnswer;
import dev.assay.similarity.choices.AnswerChoices;
import dev.assay.similarity.choices.Choice;
import dev.assay.similarity.simulated.SimulatedClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairFinderTest {
  private static final double LEAST = 18;
  private static final int LAYERS = 2;

  @Test
  void thePairsAreThoseOfComparingAllWithAll() {
    List<AnswerChoices> answers = AnswerChoices.of(SimulatedClass.of(3, 120, 12).answers());
    List<PairScore> found = new PairFinder(answers, Set.of()).scores(LEAST, LAYERS);
    assertThat(found).hasSizeGreaterThan(5).isEqualTo(comparingAll(answers));
  }

  /**
   * Two equal answers have as many choices as one that is read alone, which no other answer sees.
   */
  @Test
  void equalAnswersAreReadOnce() {
    List<ComparedAnswer> simulated = SimulatedClass.of(3, 20, 0).answers();
    ComparedAnswer copy = new ComparedAnswer("copy", simulated.get(4).files());
    List<ComparedAnswer> all = new ArrayList<>(simulated);
    all.add(copy);
    List<AnswerChoices> read = AnswerChoices.of(all);
    assertThat(read.get(20).answer()).isEqualTo(copy);
    assertThat(read.get(20).places()).isSameAs(read.get(4).places());
    AnswerChoices alone = AnswerChoices.of(List.of(copy)).get(0);
    assertThat(read.get(20)).isEqualTo(alone);
  }

  private static List<PairScore> comparingAll(List<AnswerChoices> answers) {
    Rarity rarity = Rarity.of(answers, Set.of());
    int count = answers.size();
    PairScore[][] scores = new PairScore[count][count];
    for (int first = 0; first < count; first++) {
      for (int second = first + 1; second < count; second++) {
        scores[first][second] = score(answers, rarity, first, second);
        scores[second][first] = scores[first][second];
      }
    }
    List<PairScore> all = new ArrayList<>();
    for (int first = 0; first < count; first++) {
      for (int second = first + 1; second < count; second++) {
        PairScore score = scores[first][second];
        if (score.weight() >= LEAST && score.layers() >= LAYERS) {
          all.add(score.beside((third(scores[first]) + third(scores[second])) / 2));
        }
      }
    }
    all.sort(
        Comparator.comparingDouble(PairScore::excess)
            .reversed()
            .thenComparing(PairScore::first)
            .thenComparing(PairScore::second));
    return all;
  }

  private static PairScore score(
      List<AnswerChoices> answers, Rarity rarity, int first, int second) {
    List<SharedChoice> shared = new ArrayList<>();
    for (Choice choice : answers.get(first).places().keySet()) {
      if (answers.get(second).places().containsKey(choice)
          && rarity.isSharedByFew(choice)
          && rarity.weight(choice) > 0) {
        shared.add(
            new SharedChoice(
                choice,
                rarity.count(choice),
                rarity.weight(choice),
                Objects.requireNonNull(answers.get(first).places().get(choice)),
                Objects.requireNonNull(answers.get(second).places().get(choice))));
      }
    }
    return PairScore.of(first, second, shared);
  }

  private static double third(PairScore[] scores) {
    List<Double> weights = new ArrayList<>();
    for (PairScore score : scores) {
      if (score != null) {
        weights.add(score.weight());
      }
    }
    weights.sort(Comparator.reverseOrder());
    return weights.get(2);
  }
}
