package dev.assay.pages.answer;

import dev.assay.findings.Finding;
import dev.assay.findings.TerminalCode;
import dev.assay.findings.pages.ExampleProgram;
import dev.assay.findings.pages.FindingPage;
import dev.assay.pages.PageTexts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finding with what its page says.
 *
 * @param code its name
 * @param severity for people
 * @param style the class of its style
 * @param message what is so
 * @param advice what to do; null where there is nothing
 * @param snippet code to try; null where there is none
 * @param meaning why it matters
 * @param program an example of the mistake and its fix; null where there is none
 * @param sources publications
 */
public record FindingCard(
    String code,
    String severity,
    String style,
    String message,
    @Nullable String advice,
    @Nullable String snippet,
    String meaning,
    @Nullable ExampleProgram program,
    List<String> sources) {
  /** Copies the components. */
  public FindingCard {
    sources = List.copyOf(sources);
  }

  static FindingCard of(Finding finding, PageTexts texts) {
    FindingPage page = new FindingPage(finding.code(), texts.catalogue());
    String name = finding.severity().name();
    return new FindingCard(
        finding.code().name(),
        texts.catalogue().say(TerminalCode.SEVERITY_NAME, "severity", name),
        name.toLowerCase(Locale.ROOT),
        finding.message(texts.catalogue()),
        finding.advice(texts.catalogue()),
        finding.snippet(),
        page.meaning(),
        page.program(),
        page.sources());
  }
}
