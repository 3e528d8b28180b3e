package dev.assay.cli.similarity;

import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.similarity.EqualGroup;
import dev.assay.similarity.SimilarPair;
import dev.assay.similarity.SimilarityReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What the answers of a class share, for people.
 *
 * @param texts the language
 * @param columns the width of a line
 */
record SimilarityText(Catalogue texts, int columns) {
  private static final int MOST_IDS = 50;

  /**
   * The caveat, the pairs with their evidence, the groups, and what was not compared.
   *
   * @param missing ids of answers without sources
   */
  List<String> lines(SimilarityReport report, List<String> missing) {
    List<String> lines = new ArrayList<>();
    if (report.pairs().isEmpty()) {
      add(lines, "", NoteCode.SIMILAR_NONE, "all", report.answers());
    } else {
      add(lines, "", NoteCode.SIMILAR_CAVEAT);
    }
    report.pairs().forEach(pair -> add(lines, pair));
    if (!report.groups().isEmpty()) {
      lines.add("");
      report.groups().forEach(group -> add(lines, group));
    }
    if (report.answers() < RunSimilarity.LEAST_ANSWERS || !missing.isEmpty()) {
      lines.add("");
    }
    if (report.answers() < RunSimilarity.LEAST_ANSWERS) {
      add(
          lines,
          "",
          NoteCode.SIMILAR_FEW,
          "count",
          report.answers(),
          "least",
          RunSimilarity.LEAST_ANSWERS);
    }
    if (!missing.isEmpty()) {
      List<String> ids = missing.stream().limit(MOST_IDS).toList();
      add(lines, "", NoteCode.SIMILAR_NO_SOURCES, "count", missing.size(), "ids", ids);
    }
    return lines;
  }

  private void add(List<String> lines, SimilarPair pair) {
    lines.add("");
    add(
        lines,
        "",
        NoteCode.SIMILAR_PAIR,
        "first",
        pair.first(),
        "second",
        pair.second(),
        "shared",
        pair.shared());
    pair.evidence().forEach(sentence -> wrap(lines, "- ", sentence));
    int more = pair.shared() - pair.evidence().size();
    if (more > 0) {
      add(lines, "- ", NoteCode.SIMILAR_MORE, "more", more);
    }
  }

  private void add(List<String> lines, EqualGroup group) {
    List<String> ids = group.answers().stream().limit(MOST_IDS).toList();
    add(lines, "", NoteCode.SIMILAR_GROUP, "what", group.what(), "ids", ids);
  }

  private void add(List<String> lines, String bullet, NoteCode code, Object... pairs) {
    wrap(lines, bullet, Sentence.of(code, pairs));
  }

  private void wrap(List<String> lines, String bullet, Sentence sentence) {
    lines.addAll(Paragraph.wrap(bullet, 2, sentence.text(texts), columns));
  }
}
