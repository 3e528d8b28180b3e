package dev.assay.similarity;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.similarity.answers.ComparedAnswer;
import dev.assay.similarity.choices.Place;
import dev.assay.similarity.pairs.SharedChoice;

/**
 * Says what two answers share.
 *
 * @param first the one
 * @param second the other
 * @param all how many answers were compared
 */
record EvidenceTexts(ComparedAnswer first, ComparedAnswer second, int all) {
  /** The sentence for a choice. */
  Sentence of(SharedChoice shared) {
    String one = shared.first().shown();
    String other = shared.second().shown();
    int count = shared.answers();
    return switch (shared.choice().kind()) {
      case FILE -> Sentence.of(NoteCode.SIMILAR_FILE, "first", one, "second", other);
      case DATE -> Sentence.of(NoteCode.SIMILAR_DATE, "time", one, "answers", count, "all", all);
      case GRAPH ->
          Sentence.of(NoteCode.SIMILAR_GRAPH, "problem", one, "answers", count, "all", all);
      case PLAN -> Sentence.of(NoteCode.SIMILAR_PLAN, "problem", one, "answers", count, "all", all);
      default ->
          Sentence.of(
              NoteCode.SIMILAR_CHOICE,
              "kind",
              shared.choice().kind(),
              "answers",
              count,
              "all",
              all,
              "first",
              one,
              "second",
              other,
              "same",
              one.equals(other),
              "firstPlace",
              place(first, shared.first()),
              "secondPlace",
              place(second, shared.second()));
    };
  }

  private static String place(ComparedAnswer answer, Place place) {
    return answer.files().get(place.file()).name() + ":" + place.line();
  }
}
