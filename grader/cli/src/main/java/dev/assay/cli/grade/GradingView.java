package dev.assay.cli.grade;

import dev.assay.cli.data.DataNames;
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
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.problems.PassRule;
import dev.assay.report.GradeReport;
import dev.assay.report.SentenceLine;
import dev.assay.report.Verdict;
import dev.assay.report.model.Training;
import dev.assay.report.score.Classification;
import dev.assay.report.score.Scores;
import dev.assay.report.text.ConfusionMatrix;
import dev.assay.report.text.TrainingCurves;
import dev.assay.run.grading.AcceptedModel;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.TrainingStep;
import dev.assay.run.submissions.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
  private final List<String> kept = new ArrayList<>();
  private int planned = 1;
  private EpochLines epochs;
  private EpochSelection selection = new EpochSelection(1);
  private String title = "";
  private String lastMessage = "";
  private List<SentenceLine> lastNotes = List.of();
  private String unit = "";

  GradingView(BatchView view) {
    this.view = view;
    texts = view.texts();
    epochs = new EpochLines(texts, planned, view.room(), System::nanoTime);
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
    epochs = new EpochLines(texts, planned, view.room(), System::nanoTime);
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
    countAnew();
    print(noted(finding.message(texts)));
  }

  private void countAnew() {
    print(selection.rest().stream().map(epochs::done).toList());
    epochs = new EpochLines(texts, planned, view.room(), System::nanoTime);
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
    if (training != null && view.showsEveryEpoch()) {
      boolean plain = "dumb".equals(System.getenv("TERM"));
      lines.addAll(new TrainingCurves(training, texts, view.room(), plain).lines());
    }
    lines.addAll(result(report, file));
    view.page(report).ifPresent(page -> lines.add(INDENT + ShownPaths.shown(page)));
    print(lines);
    view.lines(kept);
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
    List<String> lines = new ArrayList<>(List.of("", texts.say(heading, "title", name)));
    lines.addAll(result(report, file));
    view.keptPage(report).ifPresent(page -> lines.add(INDENT + ShownPaths.shown(page)));
    view.lines(lines);
  }

  private List<String> result(GradeReport report, Path file) {
    List<String> lines = new ArrayList<>();
    if (report.verdict() != Verdict.DIVERGED) {
      lines.addAll(ending(report.stages().training()));
    }
    Scores scores = report.scores();
    if (scores != null) {
      lines.addAll(shown(scores));
    }
    lines.addAll(notes(report.submission().assumptions()));
    String verdict = verdict(report);
    lines.addAll(Paragraph.wrap("  ", 4, verdict, view.room()));
    lines.addAll(findings(report, verdict));
    lines.add("  " + ShownPaths.shown(file));
    return lines;
  }

  /** Shows the findings; of those that the verdict already names, the line of code to try. */
  private List<String> findings(GradeReport report, String verdict) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : report.judgement().findings()) {
      lines.addAll(
          verdict.contains(finding.message(texts))
              ? FindingText.snippet(finding, texts)
              : FindingText.lines(finding, texts, view.room()));
    }
    return lines;
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

  /**
   * Shows why training ended and which epoch's weights are graded, which a log of epochs does not.
   */
  private List<String> ending(@Nullable Training training) {
    Integer best = training == null ? null : training.bestEpoch();
    if (training == null || best == null || best == training.epochs()) {
      return List.of();
    }
    String text =
        texts.say(
            TerminalCode.GRADING_ENDING,
            "early",
            training.stopReason().equalsIgnoreCase(StopReason.EARLY_STOPPING.name()),
            "epochs",
            training.epochs(),
            "best",
            best);
    return Paragraph.wrap("  ", 4, text, view.room());
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
      kept.addAll(lines);
    } else {
      view.lines(lines);
    }
  }

  /**
   * Returns the verdict; a message equal to the previous one, such as a compile error, is not
   * repeated.
   */
  private String verdict(GradeReport report) {
    String message = report.judgement().message(texts);
    String said =
        message.equals(lastMessage) && !view.isShared()
            ? texts.say(TerminalCode.AS_ABOVE)
            : message;
    lastMessage = message;
    return texts.say(
        TerminalCode.GRADING_VERDICT,
        "verdict",
        texts.say(TerminalCode.VERDICT_NAME, "verdict", report.verdict()),
        "points",
        report.judgement().points(),
        "most",
        report.judgement().maxPoints(),
        "message",
        said);
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
