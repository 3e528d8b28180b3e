package dev.assay.cli.grade;

import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.Entries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Summarises which entries of a class were graded or skipped, so that nobody is missed. */
final class EntrySummary {
  private static final int SHOWN = 10;

  private EntrySummary() {}

  /** A line of counts, then one for each reason; none where there is a single submission. */
  static List<String> lines(Entries entries, int columns, Catalogue texts) {
    if (entries.seen() <= 1 && entries.leftOut() == 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.say(
            TerminalCode.ENTRIES_COUNTED,
            "seen",
            entries.seen(),
            "graded",
            entries.graded(),
            "skipped",
            entries.leftOut()));
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Entries.Entry entry : entries.omitted()) {
      reasons
          .computeIfAbsent(
              Objects.requireNonNull(entry.reason()).text(texts), reason -> new ArrayList<>())
          .add(entry.name());
    }
    reasons.forEach(
        (reason, names) ->
            lines.addAll(
                Paragraph.wrap("  ", 4, names(names, texts) + ": " + reason + ".", columns)));
    return lines;
  }

  private static String names(List<String> names, Catalogue texts) {
    String some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() <= SHOWN
        ? some
        : texts.say(TerminalCode.ENTRIES_MORE, "names", some, "more", names.size() - SHOWN);
  }
}
