package dev.assay.findings;

import dev.assay.findings.pages.Curves;
import dev.assay.findings.pages.ExampleProgram;
import dev.assay.findings.pages.FindingPage;
import java.util.List;

/**
 * The sections of a finding's page that are made of its program, curves and sources.
 *
 * @param program the heading of the program
 * @param fix what to say before the program, with a gap for the problem
 * @param curves what to say before the curves
 * @param sources the heading of the sources
 */
record PageSections(String program, String fix, String curves, String sources) {
  private static final int COLUMNS = 60;

  /** The sections, each after an empty line; those that there is nothing for are left out. */
  String sections(FindingPage page) {
    return program(page) + curves(page) + sources(page);
  }

  private String program(FindingPage page) {
    ExampleProgram example = page.program();
    return example == null
        ? ""
        : "\n## %s\n\n%s\n\n```diff\n%s\n```\n"
            .formatted(
                program,
                fix.formatted("`" + example.problem() + "`"),
                String.join("\n", example.changes()));
  }

  private String curves(FindingPage page) {
    Curves drawn = page.curves();
    return drawn == null
        ? ""
        : "\n%s\n\n```\n%s\n\n%s\n```\n"
            .formatted(
                curves,
                String.join("\n", drawn.plotBefore(COLUMNS)),
                String.join("\n", drawn.plotAfter(COLUMNS)));
  }

  private String sources(FindingPage page) {
    List<String> all = page.sources();
    return all.isEmpty() ? "" : "\n## %s\n\n- %s\n".formatted(sources, String.join("\n- ", all));
  }
}
