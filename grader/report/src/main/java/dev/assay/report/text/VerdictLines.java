package dev.assay.report.text;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.PageCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import dev.assay.report.model.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  private static final String INDENT = "  ";

  /** Copies the components. */
  public VerdictLines {
    happened = List.copyOf(happened);
  }

  /** What a result's verdict says. */
  public static VerdictLines of(GradeReport report, Catalogue texts) {
    List<Finding> findings = report.judgement().findings();
    Finding first = first(findings);
    String next =
        first == null
            ? texts.say(PageCode.PAGE_NEXT_STEP, "verdict", report.verdict().name())
            : Objects.requireNonNull(first.advice(texts));
    return new VerdictLines(
        score(report, texts),
        report.verdict().scored() ? course(report, texts) : reasons(report, texts),
        next,
        first == null ? null : first.snippet());
  }

  /** The finding whose advice comes next; null where none has advice. */
  private static @Nullable Finding first(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.advice() != null).findFirst().orElse(null);
  }

  /** Tells whether a paragraph is output, whose lines matter. */
  public static boolean isOutput(String paragraph) {
    return paragraph.contains("\n");
  }

  /** Tells whether a finding's message is among what happened. */
  public boolean tells(Finding finding, Catalogue texts) {
    String message = finding.message(texts);
    return Stream.concat(Stream.of(score), happened.stream())
        .anyMatch(each -> each.contains(message));
  }

  /** The same without what happened and what comes next, for one like that before it. */
  public VerdictLines asAbove(Catalogue texts) {
    return new VerdictLines(score, List.of(texts.say(TerminalCode.AS_ABOVE)), "", null);
  }

  /**
   * The lines for a terminal: three labels, and beside each what there is to say.
   *
   * @param columns of a line
   */
  public List<String> render(Catalogue texts, int columns) {
    List<String> labels =
        Stream.of(PageCode.PAGE_SCORE, PageCode.PAGE_HAPPENED, PageCode.PAGE_NEXT)
            .map(texts::say)
            .toList();
    int width = labels.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    List<List<String>> parts =
        List.of(List.of(score), happened, next.isEmpty() ? List.of() : List.of(next));
    int indent = INDENT.length() + width + 2;
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String start = INDENT + DisplayWidth.left(labels.get(i), width) + "  ";
      for (String paragraph : parts.get(i)) {
        lines.addAll(Paragraph.wrap(start, indent, paragraph, columns));
        start = " ".repeat(indent);
      }
    }
    if (snippet != null) {
      lines.add(" ".repeat(indent) + snippet);
    }
    return lines;
  }

  private static String score(GradeReport report, Catalogue texts) {
    if (!report.verdict().scored()) {
      return texts.say(PageCode.PAGE_NO_SCORE);
    }
    // What a finding adds to them is told with what happened.
    List<Sentence> sentences =
        report.judgement().reasons().stream().filter(reason -> !isFinding(report, reason)).toList();
    return Sentence.text(sentences, texts);
  }

  private static boolean isFinding(GradeReport report, Sentence reason) {
    return report.judgement().findings().stream()
        .anyMatch(finding -> finding.code().name().equals(reason.code()));
  }

  /** How training went, the most important finding, and that whose advice comes next. */
  private static List<String> course(GradeReport report, Catalogue texts) {
    List<String> course = new ArrayList<>();
    Training training = report.stages().training();
    Integer best = training == null ? null : training.bestEpoch();
    if (training != null && best != null) {
      course.add(
          texts.say(
              TerminalCode.GRADING_ENDING,
              "early",
              training.stopReason().toLowerCase(Locale.ROOT).equals(EARLY),
              "epochs",
              training.epochs(),
              "best",
              best));
    }
    List<Finding> findings = report.judgement().findings();
    Finding advised = first(findings);
    IntStream.range(0, findings.size())
        .filter(i -> i == 0 || findings.get(i).equals(advised))
        .mapToObj(i -> findings.get(i).message(texts))
        .forEach(course::add);
    return course;
  }

  /** The reasons; output that follows a sentence is a paragraph of its own. */
  private static List<String> reasons(GradeReport report, Catalogue texts) {
    List<String> paragraphs = new ArrayList<>();
    for (Sentence reason : report.judgement().reasons()) {
      String text = reason.text(texts).strip();
      int end = text.indexOf('\n');
      // A sentence, and then what a compiler or an exception said, whose lines matter.
      List<String> parts =
          end < 0 ? List.of(text) : List.of(text.substring(0, end), text.substring(end + 1) + "\n");
      parts.stream().filter(part -> !part.isBlank()).forEach(paragraphs::add);
    }
    return paragraphs;
  }
}
