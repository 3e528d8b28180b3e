package dev.assay.cli.grade;

import dev.assay.cli.data.DataNames;
import dev.assay.cli.grade.epochs.EpochLines;
import dev.assay.cli.grade.epochs.EpochSelection;
import dev.assay.cli.grade.epochs.TimeLeft;
import dev.assay.cli.terminal.Colour;
import dev.assay.cli.terminal.Line;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.Paragraph;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.TerminalCode;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import dev.assay.problems.PassRule;
import dev.assay.report.GradeReport;
import dev.assay.report.SentenceLine;
import dev.assay.report.model.Training;
import dev.assay.report.score.Classification;
import dev.assay.report.score.Scores;
import dev.assay.report.text.ConfusionMatrix;
import dev.assay.report.text.TrainingCurves;
import dev.assay.report.text.VerdictLines;
import dev.assay.run.grading.AcceptedModel;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.TrainingStep;
import dev.assay.run.submissions.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows the gradings of one submission, one after the other.
 *
 * <p>If several run at a time, each is shown as a whole when it is finished.
 */
final class GradingView implements GradingListener {
  private static final String INDENT = "  ";

  private final BatchView view;
  private final Catalogue texts;
  private final List<String> header = new ArrayList<>();
  private final List<Line> kept = new ArrayList<>();
  private int planned = 1;
  private TimeLeft left = new TimeLeft(System::nanoTime);
  private EpochLines epochs;
  private EpochSelection selection = new EpochSelection(1);
  private String title = "";
  private String lastMessage = "";
  private List<SentenceLine> lastNotes = List.of();
  private String unit = "";

  GradingView(BatchView view) {
    this.view = view;
    texts = view.texts();
    epochs = new EpochLines(texts, planned, view.room(), left);
  }

  @Override
  public void unanswered(Submission submission) {
    title = submission.id();
    header.clear();
    header.addAll(List.of("", title));
  }

  @Override
  public void equal(Submission submission, String problem, String equal) {
    String name = submission.id() + " / " + problem;
    title = texts.say(TerminalCode.GRADING_EQUAL, "title", name, "equal", equal);
    header.clear();
    header.addAll(List.of("", title));
  }

  @Override
  public void started(Submission submission, Assignment assignment) {
    title = submission.id() + " / " + assignment.problem().id();
    header.clear();
    header.addAll(List.of("", title));
    if (view.isShared()) {
      view.lines(List.of(title + " ..."));
    }
    view.live(texts.say(TerminalCode.GRADING_LOADS, "title", title));
  }

  /** Adds the data to the header, which is shown once a model has been built. */
  @Override
  public void loaded(Assignment assignment, Dataset data) {
    unit = DataNames.unit(data.entry().target(), texts);
    header.clear();
    header.add("");
    header.addAll(Paragraph.wrap("", 2, source(data.entry()), view.room()));
    PassRule rule = assignment.variant().passRule();
    String sizes =
        texts.say(
            TerminalCode.GRADING_SIZES,
            "training",
            data.train().size(),
            "validation",
            data.validation().size(),
            "hidden",
            data.hidden().size(),
            "metric",
            texts.say(TerminalCode.METRIC_NAME, "metric", rule.metric().key()),
            "threshold",
            rule.threshold());
    header.addAll(Paragraph.wrap("  ", 4, sizes, view.room()));
    data.notes().forEach(note -> header.addAll(noted(note.text(texts))));
    view.live(INDENT + texts.say(TerminalCode.GRADING_BUILDS));
  }

  private String source(DatasetEntry entry) {
    String stands = entry.origin().standsInFor();
    return texts.say(
        TerminalCode.GRADING_DATA,
        "title",
        title,
        "name",
        DataNames.title(entry, texts),
        "variant",
        entry.variant(),
        "standsIn",
        stands != null,
        "original",
        stands == null ? "" : stands);
  }

  private List<String> noted(String note) {
    String label = INDENT + texts.say(TerminalCode.NOTE_LABEL) + " ";
    return Paragraph.wrap(label, 4, note, view.room());
  }

  @Override
  public void built(AcceptedModel model) {
    planned = model.plan().epochs();
    left = new TimeLeft(System::nanoTime);
    epochs = new EpochLines(texts, planned, view.room(), left);
    selection = new EpochSelection(planned);
    String shape =
        texts.say(
            TerminalCode.GRADING_MODEL,
            "layers",
            model.layers(),
            "parameters",
            model.parameters(),
            "members",
            model.members(),
            "compute",
            Numbers.flops(model.flops()),
            "epochs",
            planned,
            "batch",
            model.plan().batchSize());
    header.addAll(Paragraph.wrap("  ", 4, shape, view.room()));
    print(header);
    header.clear();
    view.live(INDENT + texts.say(TerminalCode.GRADING_STARTS));
  }

  /** Starts another training, whose epochs are numbered from 1 again. */
  @Override
  public void part(Part part) {
    countAnew();
    left.begins(part);
    print(
        List.of(
            INDENT
                + texts.say(
                    TerminalCode.GRADING_PART,
                    "member",
                    part.member(),
                    "members",
                    part.members(),
                    "fold",
                    part.fold(),
                    "folds",
                    part.folds())));
  }

  @Override
  public void beginsAgain(Finding finding) {
    left = new TimeLeft(System::nanoTime);
    countAnew();
    print(noted(finding.message(texts)));
  }

  private void countAnew() {
    print(selection.rest().stream().map(epochs::done).toList());
    epochs = new EpochLines(texts, planned, view.room(), left);
    selection = new EpochSelection(planned);
  }

  @Override
  public void step(TrainingStep step) {
    view.live(epochs.running(step));
  }

  @Override
  public void epoch(EpochResult result) {
    if (view.showsEveryEpoch()) {
      print(List.of(epochs.done(result)));
    } else {
      print(selection.next(result).stream().map(epochs::done).toList());
    }
  }

  @Override
  public void auditing() {
    view.live(INDENT + texts.say(TerminalCode.GRADING_AUDITS));
  }

  @Override
  public void finished(GradeReport report, Path file) {
    List<String> lines = new ArrayList<>(header.isEmpty() ? List.of() : List.of("", title));
    selection.rest().forEach(result -> lines.add(epochs.done(result)));
    Training training = report.stages().training();
    if (training != null && view.drawsCurves()) {
      lines.addAll(new TrainingCurves(training, texts, view.room(), view.isPlain()).lines());
    }
    List<Line> all = new ArrayList<>(Line.plain(lines));
    all.addAll(result(report, file));
    view.page(report).ifPresent(page -> all.add(new Line(INDENT + ShownPaths.shown(page), null)));
    if (!view.isShared()) {
      view.print(all);
      return;
    }
    kept.addAll(all);
    view.print(kept);
    kept.clear();
  }

  /** Shows a result of an earlier run with its verdict, without the epochs. */
  void kept(GradeReport report, Path file) {
    show(report, file, TerminalCode.GRADING_KEPT);
  }

  /** Shows a result once more, after a change that could not be graded. */
  void again(GradeReport report, Path file) {
    show(report, file, TerminalCode.WATCH_LAST);
  }

  private void show(GradeReport report, Path file, TerminalCode heading) {
    String name = report.submission().id() + " / " + report.problem();
    List<Line> lines = new ArrayList<>(Line.plain(List.of("", texts.say(heading, "title", name))));
    lines.addAll(result(report, file));
    view.keptPage(report)
        .ifPresent(page -> lines.add(new Line(INDENT + ShownPaths.shown(page), null)));
    view.print(lines);
  }

  private List<Line> result(GradeReport report, Path file) {
    List<String> before = new ArrayList<>();
    Scores scores = report.scores();
    if (scores != null) {
      before.addAll(shown(scores));
    }
    before.addAll(notes(report.submission().assumptions()));
    List<Line> lines = new ArrayList<>(Line.plain(before));
    lines.add(new Line(INDENT + verdict(report), Colour.of(report.verdict())));
    VerdictLines verdict = said(report);
    List<String> after = new ArrayList<>(verdict.render(texts, view.room()));
    report.judgement().findings().stream()
        .filter(finding -> !verdict.tells(finding, texts))
        .forEach(finding -> after.addAll(FindingText.lines(finding, texts, view.room())));
    after.add(INDENT + ShownPaths.shown(file));
    lines.addAll(Line.plain(after));
    return lines;
  }

  /** The verdict in three parts; what happened is not repeated, such as a compile error. */
  private VerdictLines said(GradeReport report) {
    VerdictLines verdict = VerdictLines.of(report, texts);
    String message = report.judgement().message(texts);
    boolean same = message.equals(lastMessage) && !view.isShared();
    lastMessage = message;
    return same ? verdict.asAbove(texts) : verdict;
  }

  /** Shows the assumptions made in reading the sources, once for all problems. */
  private List<String> notes(List<SentenceLine> assumptions) {
    boolean said = assumptions.equals(lastNotes) && !view.isShared();
    lastNotes = assumptions;
    List<String> lines = new ArrayList<>();
    for (SentenceLine assumption : said ? List.<SentenceLine>of() : assumptions) {
      lines.addAll(noted(assumption.text(texts)));
    }
    return lines;
  }

  private List<String> shown(Scores scores) {
    List<String> lines = new ArrayList<>();
    Classification classification = scores.classification();
    if (classification != null) {
      ConfusionMatrix.render(classification, view.room() - INDENT.length(), texts)
          .lines()
          .forEach(line -> lines.add(INDENT + line));
    }
    if (classification == null || !classification.hasMatrix()) {
      lines.addAll(Paragraph.wrap("  ", 4, measures(scores), view.room()));
    }
    return lines;
  }

  private void print(List<String> lines) {
    if (view.isShared()) {
      kept.addAll(Line.plain(lines));
    } else {
      view.lines(lines);
    }
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

  /**
   * Lists the metrics. Errors are in the target's unit; the squared one, in a squared unit, is left
   * to the report.
   */
  private String measures(Scores scores) {
    return scores.metrics().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("mse"))
            .map(entry -> entry.getKey() + " " + Numbers.decimal(entry.getValue(), 4))
            .collect(Collectors.joining(", "))
        + (unit.isEmpty() ? "" : "; " + texts.say(TerminalCode.ERRORS_IN_UNIT, "unit", unit));
  }
}
