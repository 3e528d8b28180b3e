package dev.assay.cli.explain;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.FindingCode;
import dev.assay.findings.TerminalCode;
import dev.assay.findings.pages.FindingPage;
import java.util.ArrayList;
import java.util.List;

/** All findings: code, severity and the first sentence of what it means, which may be wrapped. */
final class CodeList {
  private static final int GAP = 2;

  private CodeList() {}

  static List<String> lines(Catalogue texts, int columns) {
    List<FindingCode> codes = List.of(FindingCode.values());
    int first = width(codes.stream().map(Enum::name).toList(), header(texts, "CODE"));
    int second =
        width(
            codes.stream().map(code -> severity(code, texts)).distinct().toList(),
            header(texts, "SEVERITY"));
    List<String> lines = new ArrayList<>();
    lines.add(
        DisplayWidth.left(header(texts, "CODE"), first)
            + DisplayWidth.left(header(texts, "SEVERITY"), second)
            + header(texts, "MEANING"));
    for (FindingCode code : codes) {
      String start =
          DisplayWidth.left(code.name(), first) + DisplayWidth.left(severity(code, texts), second);
      String summary = new FindingPage(code, texts).summary();
      lines.addAll(Paragraph.wrap(start, first + second, summary, columns));
    }
    lines.add("");
    lines.add(texts.say(TerminalCode.EXPLAIN_NEXT, "command", "assay explain CODE"));
    return lines;
  }

  private static int width(List<String> cells, String header) {
    int widest = cells.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    return GAP + Math.max(widest, DisplayWidth.of(header));
  }

  private static String header(Catalogue texts, String column) {
    return texts.say(TerminalCode.EXPLAIN_HEADER, "column", column);
  }

  private static String severity(FindingCode code, Catalogue texts) {
    return texts.say(TerminalCode.SEVERITY_NAME, "severity", code.severity().name());
  }
}
