package dev.assay.findings;

import dev.assay.findings.pages.Curves;
import dev.assay.findings.pages.ExampleProgram;
import dev.assay.findings.pages.FindingPage;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The sections of a finding's page that are made of its program, curves and sources.
 *
 * @param program the heading of the program
 * @param fix what to say before the program, with a gap for the problem
 * @param quantities what is drawn, by its key
 * @param curves what to say before two curves, with a gap for what is drawn
 * @param refused what to say before a curve of the fixed program alone, with the same gap
 * @param graded what to say below where an epoch is marked
 * @param sources the heading of the sources
 */
record PageSections(
    String program,
    String fix,
    Map<String, String> quantities,
    String curves,
    String refused,
    String graded,
    String sources) {
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
    if (drawn == null) {
      return "";
    }
    boolean both = !drawn.before().isEmpty();
    String before = both ? String.join("\n", drawn.plotBefore(COLUMNS)) + "\n\n" : "";
    return "\n%s\n\n```\n%s%s\n```\n"
            .formatted(
                (both ? curves : refused)
                    .formatted(Objects.requireNonNull(quantities.get(drawn.quantity()))),
                before,
                String.join("\n", drawn.plotAfter(COLUMNS)))
        + (drawn.graded().isEmpty() ? "" : "\n" + graded + "\n");
  }

  private String sources(FindingPage page) {
    List<String> all = page.sources();
    return all.isEmpty() ? "" : "\n## %s\n\n- %s\n".formatted(sources, String.join("\n- ", all));
  }
}
