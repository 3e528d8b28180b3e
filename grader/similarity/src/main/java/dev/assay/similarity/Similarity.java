package dev.assay.similarity;

import dev.assay.similarity.answers.ComparedAnswer;
import dev.assay.similarity.choices.AnswerChoices;
import dev.assay.similarity.choices.Choice;
import dev.assay.similarity.pairs.PairFinder;
import dev.assay.similarity.pairs.PairScore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the answers of a class.
 *
 * <p>What an author chose is read from the sources: comments, texts, names, numbers with what they
 * are an argument of, and the forms of statements and methods, in which names and numbers do not
 * count. A choice weighs the more the fewer answers of the class make it. Choices in code that was
 * handed out weigh nothing.
 */
public final class Similarity {
  /**
   * The least weight of a pair beyond what it shares with others. It was chosen on simulated
   * classes: there, no two of 200 who worked alone reach it, however much they learned from one
   * page, and four of five who copied do.
   */
  private static final double LEAST_EXCESS = 18;

  /** Choices of one layer, such as names alone, may all come from one page. */
  private static final int LEAST_LAYERS = 2;

  private final List<AnswerChoices> answers;
  private final Set<Choice> given;

  private Similarity(List<AnswerChoices> answers, Set<Choice> given) {
    this.answers = answers;
    this.given = given;
  }

  /**
   * Compares all answers with each other.
   *
   * @param all the answers of a class, with or without sources
   * @param handedOut answers that are nobody's own, such as starters and reference answers
   */
  public static SimilarityReport of(List<ComparedAnswer> all, List<ComparedAnswer> handedOut) {
    Set<Choice> given = new HashSet<>();
    AnswerChoices.of(handedOut).forEach(choices -> given.addAll(choices.places().keySet()));
    Similarity similarity = new Similarity(AnswerChoices.of(all), given);
    return new SimilarityReport(
        all.size(), EqualGroups.of(similarity.answers, given), similarity.pairs());
  }

  private List<SimilarPair> pairs() {
    return new PairFinder(answers, given)
        .scores(LEAST_EXCESS, LEAST_LAYERS).stream()
            .filter(pair -> pair.excess() >= LEAST_EXCESS)
            .filter(pair -> !author(pair.first()).equals(author(pair.second())))
            .map(this::described)
            .toList();
  }

  private String author(int answer) {
    return answers.get(answer).answer().author();
  }

  private SimilarPair described(PairScore pair) {
    ComparedAnswer first = answers.get(pair.first()).answer();
    ComparedAnswer second = answers.get(pair.second()).answer();
    EvidenceTexts texts = new EvidenceTexts(first, second, answers.size());
    return new SimilarPair(
        first.id(),
        second.id(),
        pair.weight(),
        pair.shared().size(),
        pair.shared().stream().limit(SimilarPair.MOST_EVIDENCE).map(texts::of).toList());
  }
}
