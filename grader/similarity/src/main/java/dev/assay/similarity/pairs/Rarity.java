package dev.assay.similarity.pairs;

import dev.assay.similarity.choices.AnswerChoices;
import dev.assay.similarity.choices.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rare choices are in a class.
 *
 * @param answers how many answers the class has
 * @param makers which answers make a choice, by their numbers, in order
 * @param inRole how many answers have a number in a role
 */
record Rarity(int answers, Map<Choice, List<Integer>> makers, Map<String, Integer> inRole) {
  /** What more than so large a share of the class does is a habit. */
  private static final double RARE_SHARE = 0.02;

  /** Numbers are few, so that each of them says less and more of them count. */
  private static final double RARE_NUMBER_SHARE = 0.12;

  /** Two are always few; three are where they are no more than a quarter of the class. */
  private static final int RARE_AT_LEAST = 2;

  private static final int RARE_TRIO = 3;
  private static final int QUARTER = 4;

  /** What is taken off for each further answer: what three have, they may have from one page. */
  private static final double COMMON_SOURCE = 2;

  /**
   * Counts the choices of a class.
   *
   * @param given choices that are nobody's own
   */
  static Rarity of(List<AnswerChoices> answers, Set<Choice> given) {
    Map<Choice, List<Integer>> makers = new HashMap<>();
    Map<String, Integer> inRole = new HashMap<>();
    for (int number = 0; number < answers.size(); number++) {
      for (Choice choice : answers.get(number).places().keySet()) {
        if (!given.contains(choice)) {
          makers.computeIfAbsent(choice, key -> new ArrayList<>()).add(number);
        }
      }
      answers.get(number).roles().forEach(role -> inRole.merge(role, 1, Integer::sum));
    }
    return new Rarity(answers.size(), makers, inRole);
  }

  /** Whether several answers make a choice, but few. */
  boolean isSharedByFew(Choice choice) {
    int count = count(choice);
    double share = choice.role() == null ? RARE_SHARE : RARE_NUMBER_SHARE;
    int few = Math.max(RARE_TRIO, (int) (share * answers));
    return count >= 2 && count <= Math.max(RARE_AT_LEAST, Math.min(few, answers / QUARTER));
  }

  /** The answers that make a choice, by their numbers, in order. */
  List<Integer> makers(Choice choice) {
    return makers.getOrDefault(choice, List.of());
  }

  /** How many answers make a choice. */
  int count(Choice choice) {
    return makers(choice).size();
  }

  /** The weight of a choice that two answers share; 0 where all could have made it and did. */
  double weight(Choice choice) {
    String role = choice.role();
    int could = role == null ? answers : inRole.getOrDefault(role, 0);
    int count = count(choice);
    double common = role == null ? COMMON_SOURCE * (count - 2) : 0;
    return Math.max(0, Math.log((double) (could + choice.kind().prior()) / count) - common);
  }
}
