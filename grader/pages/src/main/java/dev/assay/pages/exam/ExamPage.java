package dev.assay.pages.exam;

import dev.assay.commons.text.Numbers;
import dev.assay.findings.Catalogue;
import dev.assay.findings.PageCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.pages.Assets;
import dev.assay.pages.PageFrame;
import dev.assay.pages.PageTexts;
import dev.assay.report.exam.ExamResult;
import gg.jte.generated.precompiled.JteexamGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The report of an exam as a page that contains all it needs.
 *
 * @param texts its language
 * @param title of the exam
 * @param passed whether it was passed
 * @param total in per cent
 * @param sentences what was reached, and how the exam was sat and scored
 * @param problems the table's rows
 * @param next what to practise next
 * @param plot the totals of all exams that ended
 */
public record ExamPage(
    PageTexts texts,
    String title,
    boolean passed,
    String total,
    List<String> sentences,
    List<ProblemRow> problems,
    List<String> next,
    TotalsPlot plot) {
  /** Copies the lists. */
  public ExamPage {
    sentences = List.copyOf(sentences);
    problems = List.copyOf(problems);
    next = List.copyOf(next);
  }

  /**
   * The page of an exam.
   *
   * @param history the results of all exams that ended, the oldest first
   */
  public static ExamPage of(ExamResult exam, List<ExamResult> history, Catalogue catalogue) {
    PageTexts texts = new PageTexts(catalogue);
    return new ExamPage(
        texts,
        exam.title(),
        exam.passed(),
        percent(exam.total()),
        sentences(exam, catalogue),
        exam.problems().stream().map(problem -> ProblemRow.of(problem, texts)).toList(),
        exam.next().stream().map(sentence -> sentence.text(catalogue)).toList(),
        TotalsPlot.of(
            history.stream().map(ExamResult::total).toList(),
            history.stream().map(ExamResult::passed).toList(),
            history.stream().map(e -> e.id() + ": " + percent(e.total())).toList(),
            exam.terms().passMark()));
  }

  private static String percent(double total) {
    return String.format(Locale.ROOT, "%.1f %%", total);
  }

  private static List<String> sentences(ExamResult exam, Catalogue catalogue) {
    List<Sentence> sentences = new ArrayList<>(List.of(exam.heading(), exam.conditions()));
    if (exam.time().movedSeconds() > 0) {
      String time = Numbers.time(exam.time().movedSeconds());
      sentences.add(Sentence.of(TerminalCode.EXAM_CLOCK_MOVED, "time", time));
    }
    return sentences.stream().map(sentence -> sentence.text(catalogue)).toList();
  }

  /** Returns whether it was passed, and with how much. */
  public String outcome() {
    return texts.say(PageCode.PAGE_EXAM_TOTAL, "passed", passed, "total", total);
  }

  /** Returns the heading of a column. */
  public String head(String column) {
    return texts.say(PageCode.PAGE_EXAM_COLUMN, "column", column);
  }

  /**
   * Returns the page as HTML.
   *
   * @param version of Assay
   */
  public String html(String version) {
    PageFrame frame = new PageFrame(texts, title, Assets.INLINE, version, null);
    StringOutput html = new StringOutput();
    JteexamGenerated.render(new OwaspHtmlTemplateOutput(html), null, frame, this);
    return html.toString();
  }
}
