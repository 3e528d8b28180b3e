package dev.assay.report.export.ci;

import dev.assay.findings.Catalogue;
import dev.assay.findings.ExportCode;
import dev.assay.findings.Finding;
import dev.assay.findings.Severity;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.export.AnswerText;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ExportedFile;
import dev.assay.report.export.Place;
import dev.assay.report.export.ReportWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The format {@code github}: annotations as workflow commands, and a page for the step's summary.
 *
 * <p>GitHub shows about ten annotations of each level for a step and drops the others without a
 * word, so the worst stand first and no more are printed.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands, GitHub Docs</a>
 */
public final class GithubWriter implements ReportWriter {
  private static final int MOST = 10;

  /** GitHub refuses a longer summary as a whole. */
  private static final int MAX_SUMMARY = 1 << 20;

  /** The longest message, in characters: more is not read there. */
  private static final int MAX_MESSAGE = 2000;

  @Override
  public String format() {
    return "github";
  }

  @Override
  public Shape shape() {
    return Shape.WORKFLOW;
  }

  @Override
  public String fileName() {
    return "github";
  }

  @Override
  public Export write(ExportRequest request) {
    String summary = new MarkdownPage(request, MAX_SUMMARY).text();
    return new Export(
        List.of(
            ExportedFile.of("annotations.txt", annotations(request)),
            ExportedFile.of("summary.md", summary)),
        List.of());
  }

  private static String annotations(ExportRequest request) {
    List<String> errors = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Answer answer : Answer.worstFirst(request.grades())) {
      GradeReport report = answer.grade().report();
      if (report != null && report.verdict() != Verdict.PASSED) {
        errors.addAll(errors(answer, report, request.texts()));
      }
      if (report != null) {
        report.judgement().findings().stream()
            .filter(finding -> finding.severity() == Severity.WARNING)
            .forEach(finding -> warnings.add(warning(answer, finding, request.texts())));
      }
    }
    StringBuilder lines = new StringBuilder();
    errors.stream().limit(MOST).forEach(lines::append);
    warnings.stream().limit(MOST).forEach(lines::append);
    return lines.append(notice(request)).toString();
  }

  /** One for each place in the sources that is at fault, or one for the whole. */
  private static List<String> errors(Answer answer, GradeReport report, Catalogue texts) {
    String title = title(answer, AnswerText.verdict(answer.grade(), texts));
    List<Place> places = Place.in(report.judgement().reasons(), texts);
    if (places.isEmpty()) {
      return List.of(command("error", title, "", AnswerText.message(answer.grade(), texts)));
    }
    return places.stream()
        .map(place -> command("error", title, where(report, place), place.text()))
        .toList();
  }

  private static String warning(Answer answer, Finding finding, Catalogue texts) {
    return command(
        "warning", title(answer, finding.code().name()), "", AnswerText.line(finding, texts));
  }

  /** How many passed, so that a run without any mistake shows something too. */
  private static String notice(ExportRequest request) {
    List<Verdict> verdicts =
        Answer.worstFirst(request.grades()).stream()
            .map(answer -> answer.grade().report())
            .filter(report -> report != null)
            .map(GradeReport::verdict)
            .toList();
    long passed = verdicts.stream().filter(verdict -> verdict == Verdict.PASSED).count();
    String text =
        request
            .texts()
            .say(ExportCode.EXPORT_PASSED_OF, "passed", passed, "graded", verdicts.size());
    return command("notice", "Assay", "", text);
  }

  private static String title(Answer answer, String what) {
    return "%s / %s: %s".formatted(answer.row().student().name(), answer.problem().id(), what);
  }

  /** The file in the repository, where the command line named one in the working folder. */
  private static String where(GradeReport report, Place place) {
    String origin = report.submission().origin().replace('\\', '/');
    if (origin.startsWith("/") || origin.contains(":") || origin.endsWith(".zip")) {
      return "";
    }
    String file =
        origin.endsWith(".java") ? origin : origin.replaceAll("/+$", "") + "/" + place.file();
    return ",file=" + property(file) + ",line=" + place.line();
  }

  private static String command(String level, String title, String where, String message) {
    String text = AnswerText.cut(AnswerText.clean(message), MAX_MESSAGE);
    return "::%s title=%s%s::%s\n"
        .formatted(level, property(AnswerText.clean(title)), where, data(text));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
