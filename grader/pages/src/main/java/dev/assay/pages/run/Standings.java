package dev.assay.pages.run;

import dev.assay.pages.GradeNotes;
import dev.assay.pages.Hrefs;
import dev.assay.pages.PageTexts;
import dev.assay.pages.answer.Attempt;
import dev.assay.pages.answer.Standing;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds for each answer what else its student handed in, and what became of its points. */
final class Standings {
  private final PageTexts texts;
  private final Map<String, GradebookRow> rows = new HashMap<>();
  private final Map<String, Map<String, GradeReport>> reports = new HashMap<>();
  private final Map<String, Instant> times = new HashMap<>();

  Standings(RunContents contents, PageTexts texts) {
    this.texts = texts;
    for (GradebookRow row : contents.grades().rows()) {
      row.submissions().forEach(submission -> rows.put(submission, row));
    }
    for (GradeReport report : contents.reports()) {
      reports
          .computeIfAbsent(report.submission().id(), id -> new HashMap<>())
          .put(report.problem(), report);
    }
    for (Entries.Entry entry : contents.entries().list()) {
      if (entry.submission() != null && entry.handedIn() != null) {
        times.put(entry.submission(), entry.handedIn());
      }
    }
  }

  Standing of(GradeReport report) {
    GradebookRow row = rows.get(report.submission().id());
    if (row == null) {
      return Standing.UNKNOWN;
    }
    List<Attempt> attempts =
        row.submissions().stream()
            .map(id -> reports.getOrDefault(id, Map.of()).get(report.problem()))
            .filter(Objects::nonNull)
            .map(other -> attempt(report, other))
            .toList();
    List<String> notes =
        row.grades().stream()
            .filter(grade -> isOf(report, grade))
            .flatMap(grade -> GradeNotes.of(grade, texts).stream())
            .toList();
    return new Standing(attempts, notes);
  }

  private static boolean isOf(GradeReport report, ProblemGrade grade) {
    GradeReport own = grade.report();
    return own != null
        && own.problem().equals(report.problem())
        && own.submission().id().equals(report.submission().id());
  }

  private Attempt attempt(GradeReport from, GradeReport to) {
    return new Attempt(to, times.get(to.submission().id()), href(from, to));
  }

  private static @Nullable String href(GradeReport from, GradeReport to) {
    boolean same = from.submission().id().equals(to.submission().id());
    return same ? null : "../." + Hrefs.of(to.submission().id(), to.problem(), RunPages.PAGE);
  }
}
