package dev.assay.cli.grade;

import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.Severity;
import dev.assay.findings.TerminalCode;
import java.util.ArrayList;
import java.util.List;

/** Findings as the terminal shows them. */
final class FindingText {
  private FindingText() {}

  /** Message and advice, and below them the line of code to try. */
  static List<String> lines(Finding finding, Catalogue texts, int room) {
    String advice = finding.advice(texts);
    String message = finding.message(texts);
    boolean note = finding.severity() == Severity.INFO;
    String label = texts.say(note ? TerminalCode.NOTE_LABEL : TerminalCode.WARNING_LABEL);
    String text = advice == null ? message : message + " " + advice;
    List<String> lines = new ArrayList<>(Paragraph.wrap("  " + label + " ", 4, text, room));
    lines.addAll(snippet(finding, texts));
    return lines;
  }

  /** The line of code to try, which is not wrapped; none where there is none. */
  private static List<String> snippet(Finding finding, Catalogue texts) {
    String snippet = finding.snippet();
    return snippet == null
        ? List.of()
        : List.of("      " + texts.say(TerminalCode.TRY_LABEL) + " " + snippet);
  }
}
