package dev.assay.junit;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.Severity;
import dev.assay.findings.TerminalCode;
import dev.assay.report.Judgement;
import java.util.ArrayList;
import java.util.List;

/** A result as the text of a test that failed: what {@code assay grade} shows of it. */
final class ResultText {
  private ResultText() {}

  /** The verdict, the findings and the result's file, each on a line of its own. */
  static String of(GradedAnswer answer, Catalogue texts) {
    Judgement judgement = answer.report().judgement();
    String verdict = verdict(judgement, texts) + " " + judgement.message(texts);
    List<String> lines = new ArrayList<>(List.of(verdict));
    for (Finding finding : judgement.findings()) {
      if (!verdict.contains(finding.message(texts))) {
        lines.add(finding(finding, texts));
      }
      String snippet = finding.snippet();
      if (snippet != null) {
        lines.add("    " + texts.say(TerminalCode.TRY_LABEL) + " " + snippet);
      }
    }
    lines.add(texts.say(TerminalCode.TEST_RESULT, "file", answer.file().toString()));
    return String.join(System.lineSeparator(), lines);
  }

  private static String verdict(Judgement judgement, Catalogue texts) {
    return texts.say(
        TerminalCode.GRADING_VERDICT,
        "verdict",
        texts.say(TerminalCode.VERDICT_NAME, "verdict", judgement.verdict()),
        "points",
        judgement.points(),
        "most",
        judgement.maxPoints());
  }

  private static String finding(Finding finding, Catalogue texts) {
    boolean note = finding.severity() == Severity.INFO;
    String label = texts.say(note ? TerminalCode.NOTE_LABEL : TerminalCode.WARNING_LABEL);
    String advice = finding.advice(texts);
    return label + " " + finding.message(texts) + (advice == null ? "" : " " + advice);
  }
}
