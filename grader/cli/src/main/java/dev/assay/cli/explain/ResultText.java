package dev.assay.cli.explain;

import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Results with the pages of their findings; a page is shown once, however often it was found. */
final class ResultText {
  private final Catalogue texts;
  private final int columns;
  private final Set<FindingCode> shown = EnumSet.noneOf(FindingCode.class);

  ResultText(Catalogue texts, int columns) {
    this.texts = texts;
    this.columns = columns;
  }

  /** The page of a finding. */
  List<String> page(Finding finding) {
    shown.add(finding.code());
    return new PageText(finding, texts, columns).lines();
  }

  /** The verdict, and each finding with its page. */
  List<String> lines(GradeReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(report.submission().id() + " / " + report.problem());
    lines.addAll(
        Paragraph.wrap(
            "  ", 4, verdict(report) + " " + report.judgement().message(texts), columns));
    lines.add("");
    List<Finding> findings = report.judgement().findings();
    if (findings.isEmpty()) {
      lines.add("  " + texts.say(TerminalCode.EXPLAIN_NOTHING));
      lines.add("");
    }
    for (Finding finding : findings) {
      lines.addAll(shown.contains(finding.code()) ? message(finding) : page(finding));
    }
    return lines;
  }

  private String verdict(GradeReport report) {
    return texts.say(
        TerminalCode.GRADING_VERDICT,
        "verdict",
        texts.say(TerminalCode.VERDICT_NAME, "verdict", report.verdict()),
        "points",
        report.judgement().points(),
        "most",
        report.judgement().maxPoints());
  }

  private List<String> message(Finding finding) {
    List<String> lines = new ArrayList<>();
    String above = texts.say(TerminalCode.EXPLAIN_PAGE_ABOVE, "code", finding.code().name());
    lines.add(finding.code().name());
    lines.addAll(Paragraph.wrap("  ", 2, finding.message(texts) + " " + above, columns));
    lines.add("");
    return lines;
  }
}
