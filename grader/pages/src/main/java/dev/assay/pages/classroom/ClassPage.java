package dev.assay.pages.classroom;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.pages.FindingPage;
import dev.assay.pages.PageTexts;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The page of a class.
 *
 * @param texts its language
 * @param book the grades
 * @param answers how many results there are
 * @param plots the scores by problem; of problems without a score there is none
 * @param verdicts those that were given, the mildest first
 * @param findings the commonest, the commonest first
 * @param students a row each
 * @param omitted what was handed in and belongs to no submission
 * @param notes rows of the roster, results and settings that were not used
 * @param similar what answers share
 */
public record ClassPage(
    PageTexts texts,
    Gradebook book,
    int answers,
    List<ScorePlot> plots,
    List<VerdictCount> verdicts,
    List<FindingCount> findings,
    List<StudentRow> students,
    List<Entries.Entry> omitted,
    List<String> notes,
    SharedChoices similar) {
  private static final int MOST_FINDINGS = 10;

  /** Copies the components. */
  public ClassPage {
    plots = List.copyOf(plots);
    verdicts = List.copyOf(verdicts);
    findings = List.copyOf(findings);
    students = List.copyOf(students);
    omitted = List.copyOf(omitted);
    notes = List.copyOf(notes);
  }

  /**
   * The page of a class's grades.
   *
   * @param reports those of which there is a page
   * @param entries what became of all that was handed in
   * @param notes on what was not used
   * @param similar what answers share
   */
  public static ClassPage of(
      Gradebook book,
      List<GradeReport> reports,
      Entries entries,
      List<Sentence> notes,
      SharedChoices similar,
      PageTexts texts) {
    List<List<GradeReport>> byProblem =
        IntStream.range(0, book.problems().size()).mapToObj(p -> reports(book, p)).toList();
    List<GradeReport> all = byProblem.stream().flatMap(List::stream).distinct().toList();
    List<ScorePlot> plots =
        IntStream.range(0, book.problems().size())
            .mapToObj(p -> ScorePlot.of(book.problems().get(p).id(), byProblem.get(p), texts))
            .filter(Objects::nonNull)
            .toList();
    return new ClassPage(
        texts,
        book,
        all.size(),
        plots,
        verdicts(byProblem, all, texts),
        findings(all, texts),
        new StudentRows(book, pages(reports), texts).all(),
        entries.omitted(),
        notes.stream().map(note -> note.text(texts.catalogue())).toList(),
        similar);
  }

  /** Returns the verdicts that were given, the mildest first. */
  public List<Verdict> given() {
    return Arrays.stream(Verdict.values())
        .filter(
            verdict ->
                students.stream()
                    .anyMatch(row -> List.of(row.verdicts().split(" ")).contains(verdict.name())))
        .toList();
  }

  /** Returns how many students have passed. */
  public long passed() {
    return book.rows().stream().filter(book::passed).count();
  }

  /**
   * Returns the mean total in per cent, of those whose totals are final; 0 where there are none.
   */
  public double mean() {
    return book.rows().stream()
        .filter(book::isComplete)
        .mapToDouble(book::total)
        .average()
        .orElse(0);
  }

  /** Returns the heading of a problem's column. */
  public String heading(GradedProblem problem) {
    return problem.id() + " / " + texts.points(problem.maxPoints());
  }

  /** Returns whether a section is known of any student. */
  public boolean hasSections() {
    return students.stream().anyMatch(student -> student.section() != null);
  }

  /** Returns whether a student handed in nothing. */
  public boolean hasNothing() {
    return students.stream().anyMatch(StudentRow::nothing);
  }

  private static Set<String> pages(List<GradeReport> reports) {
    return reports.stream().map(StudentRows::href).collect(Collectors.toSet());
  }

  private static List<GradeReport> reports(Gradebook book, int problem) {
    List<GradeReport> reports = new ArrayList<>();
    book.rows().stream()
        .map(row -> row.grades().get(problem))
        .map(ProblemGrade::report)
        .filter(Objects::nonNull)
        .forEach(reports::add);
    return reports;
  }

  private static List<VerdictCount> verdicts(
      List<List<GradeReport>> byProblem, List<GradeReport> all, PageTexts texts) {
    List<VerdictCount> counts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      List<Integer> each = byProblem.stream().map(reports -> count(reports, verdict)).toList();
      int sum = count(all, verdict);
      if (sum > 0) {
        counts.add(
            new VerdictCount(
                texts.verdict(verdict),
                verdict.name().toLowerCase(Locale.ROOT),
                each,
                sum,
                (double) sum / all.size()));
      }
    }
    return counts;
  }

  private static int count(List<GradeReport> reports, Verdict verdict) {
    return (int) reports.stream().filter(report -> report.verdict() == verdict).count();
  }

  private static List<FindingCount> findings(List<GradeReport> all, PageTexts texts) {
    Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
    for (GradeReport report : all) {
      report.judgement().findings().stream()
          .map(Finding::code)
          .distinct()
          .forEach(code -> counts.merge(code, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<FindingCode, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_FINDINGS)
        .map(
            entry ->
                new FindingCount(
                    entry.getKey().name(),
                    new FindingPage(entry.getKey(), texts.catalogue()).summary(),
                    entry.getValue(),
                    (double) entry.getValue() / all.size()))
        .toList();
  }
}
