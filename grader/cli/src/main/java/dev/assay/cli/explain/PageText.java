package dev.assay.cli.explain;

import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.TerminalCode;
import dev.assay.findings.pages.Curves;
import dev.assay.findings.pages.ExampleProgram;
import dev.assay.findings.pages.FindingPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a finding: headings at the margin, and below each what there is to say, indented. */
final class PageText {
  private static final String INDENT = "  ";

  /** Wider plots say no more. */
  private static final int WIDEST_PLOT = 60;

  private final Finding finding;
  private final FindingPage page;
  private final Catalogue texts;
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /**
   * A page.
   *
   * @param finding the one whose message and advice are shown
   * @param texts the language
   * @param columns how wide a line may be
   */
  PageText(Finding finding, Catalogue texts, int columns) {
    this.finding = finding;
    this.page = new FindingPage(finding.code(), texts);
    this.texts = texts;
    this.columns = columns;
  }

  /** The lines, with an empty one at the end. */
  List<String> lines() {
    String about =
        texts.say(TerminalCode.EXPLAIN_ABOUT, "severity", page.severity(), "stage", page.stage());
    lines.add(finding.code().name());
    lines.addAll(Paragraph.wrap("", 0, about, columns));
    lines.add("");
    paragraph("SYMPTOM", finding.message(texts));
    paragraph("WHY", page.meaning());
    paragraph("ADVICE", finding.advice(texts));
    add("TRY", finding.snippet());
    add(page.program());
    add(page.curves());
    sources();
    return lines;
  }

  private void heading(String part, String problem, String quantity) {
    lines.add(
        texts.say(
            TerminalCode.EXPLAIN_HEADING, "part", part, "problem", problem, "quantity", quantity));
  }

  private void paragraph(String part, @Nullable String text) {
    if (text != null) {
      heading(part, "", "");
      lines.addAll(Paragraph.wrap(INDENT, INDENT.length(), text, columns));
      lines.add("");
    }
  }

  private void add(String part, @Nullable String code) {
    if (code != null) {
      heading(part, "", "");
      lines.add(INDENT + code);
      lines.add("");
    }
  }

  private void add(@Nullable ExampleProgram program) {
    if (program != null) {
      heading("PROGRAM", program.problem(), "");
      program.changes().forEach(line -> lines.add(line.isEmpty() ? "" : INDENT + line));
      lines.add("");
    }
  }

  private void add(@Nullable Curves curves) {
    if (curves != null) {
      heading("CURVES", "", curves.quantity());
      int room = Math.min(WIDEST_PLOT, columns) - INDENT.length();
      boolean refused = curves.before().isEmpty();
      if (!refused) {
        curve("BEFORE", curves.plotBefore(room));
      }
      curve(refused ? "REFUSED" : "AFTER", curves.plotAfter(room));
      if (!curves.graded().isEmpty()) {
        curve("GRADED", List.of());
      }
    }
  }

  private void curve(String part, List<String> plot) {
    lines.add(INDENT + texts.say(TerminalCode.EXPLAIN_CURVE, "part", part));
    plot.forEach(line -> lines.add(INDENT + line));
    lines.add("");
  }

  private void sources() {
    if (!page.sources().isEmpty()) {
      heading("SOURCES", "", "");
      page.sources()
          .forEach(
              source -> lines.addAll(Paragraph.wrap(INDENT, 2 * INDENT.length(), source, columns)));
      lines.add("");
    }
  }
}
