package dev.assay.pages.answer;

import dev.assay.findings.Finding;
import dev.assay.findings.PageCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.pages.PageTexts;
import dev.assay.report.GradeReport;
import dev.assay.report.model.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A verdict in three parts.
 *
 * @param score what was scored, or that nothing was
 * @param happened what came about, a paragraph each; one of several lines shows output
 * @param next what to try
 * @param snippet a line of code for it; null where there is none
 */
public record VerdictLines(
    String score, List<String> happened, String next, @Nullable String snippet) {
  private static final String EARLY = "early_stopping";

  /** Copies the components. */
  public VerdictLines {
    happened = List.copyOf(happened);
  }

  /** Tells whether a paragraph is output, whose lines matter. */
  public static boolean isOutput(String paragraph) {
    return paragraph.contains("\n");
  }

  static VerdictLines of(GradeReport report, PageTexts texts) {
    Finding first =
        report.judgement().findings().stream()
            .filter(finding -> finding.advice() != null)
            .findFirst()
            .orElse(null);
    String next =
        first == null
            ? texts.say(PageCode.PAGE_NEXT_STEP, "verdict", report.verdict().name())
            : Objects.requireNonNull(first.advice(texts.catalogue()));
    return new VerdictLines(
        score(report, texts),
        report.verdict().scored() ? course(report, texts) : reasons(report, texts),
        next,
        first == null ? null : first.snippet());
  }

  private static String score(GradeReport report, PageTexts texts) {
    if (!report.verdict().scored()) {
      return texts.say(PageCode.PAGE_NO_SCORE);
    }
    // What a finding adds to them is told with what happened.
    List<Sentence> sentences =
        report.judgement().reasons().stream().filter(reason -> !isFinding(report, reason)).toList();
    return Sentence.text(sentences, texts.catalogue());
  }

  private static boolean isFinding(GradeReport report, Sentence reason) {
    return report.judgement().findings().stream()
        .anyMatch(finding -> finding.code().name().equals(reason.code()));
  }

  /** How training went, and the most important finding. */
  private static List<String> course(GradeReport report, PageTexts texts) {
    List<String> course = new ArrayList<>();
    Training training = report.stages().training();
    Integer best = training == null ? null : training.bestEpoch();
    if (training != null && best != null) {
      course.add(
          texts
              .catalogue()
              .say(
                  TerminalCode.GRADING_ENDING,
                  "early",
                  training.stopReason().toLowerCase(Locale.ROOT).equals(EARLY),
                  "epochs",
                  training.epochs(),
                  "best",
                  best));
    }
    report.judgement().findings().stream()
        .limit(1)
        .map(finding -> finding.message(texts.catalogue()))
        .forEach(course::add);
    return course;
  }

  /** The reasons; output that follows a sentence is a paragraph of its own. */
  private static List<String> reasons(GradeReport report, PageTexts texts) {
    List<String> paragraphs = new ArrayList<>();
    for (Sentence reason : report.judgement().reasons()) {
      String text = reason.text(texts.catalogue()).strip();
      int end = text.indexOf('\n');
      // A sentence, and then what a compiler or an exception said, whose lines matter.
      List<String> parts =
          end < 0 ? List.of(text) : List.of(text.substring(0, end), text.substring(end + 1) + "\n");
      parts.stream().filter(part -> !part.isBlank()).forEach(paragraphs::add);
    }
    return paragraphs;
  }
}
