package dev.assay.cli;

import dev.assay.datasets.Dataset;
import dev.assay.keras.training.EpochResult;
import dev.assay.problems.PassRule;
import dev.assay.report.ConfusionMatrix;
import dev.assay.report.GradeReport;
import dev.assay.report.Scores;
import dev.assay.run.Assignment;
import dev.assay.run.RunListener;
import dev.assay.run.submissions.Submission;
import dev.assay.worker.protocol.BuiltModel;
import dev.assay.worker.protocol.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One grading on the console. */
final class GradingView implements RunListener {
  private final Console console;
  private final EpochLines epochs = new EpochLines();
  private String title = "";

  GradingView(Console console) {
    this.console = console;
  }

  @Override
  public void started(Submission submission, Assignment assignment) {
    title = submission.id() + " / " + assignment.problem().id();
    console.live(title + ": loading the data ...");
  }

  @Override
  public void loaded(Assignment assignment, Dataset data) {
    List<String> lines = new ArrayList<>();
    String stands = data.entry().origin().standsInFor();
    lines.add("");
    lines.add(
        "%s: %s, data %s%s"
            .formatted(
                title,
                data.entry().title(),
                data.entry().variant(),
                stands == null ? "" : " (stands in for " + stands + ")"));
    PassRule rule = assignment.variant().passRule();
    lines.add(
        format(
            "  %,d training, %,d validation, %,d hidden examples; %s of %.2f or more passes",
            data.train().size(),
            data.validation().size(),
            data.hidden().size(),
            name(rule.metric().key()),
            rule.threshold()));
    data.notes().forEach(note -> lines.add("  Note: " + note));
    console.lines(lines);
    console.live("  building the model ...");
  }

  private static String name(String metric) {
    return metric.equals("r2") ? "R²" : metric;
  }

  @Override
  public void built(BuiltModel model) {
    epochs.begin(model.fit().epochs());
    console.lines(
        List.of(
            format(
                "  %d layers, %,d parameters; up to %d epochs in batches of %d",
                model.manifest().layers().size(),
                model.manifest().parameters(),
                model.fit().epochs(),
                model.fit().batchSize())));
    console.live("  starting to train ...");
  }

  @Override
  public void step(Message.Step step) {
    console.live(epochs.running(step));
  }

  @Override
  public void epoch(EpochResult result) {
    console.lines(List.of(epochs.done(result)));
  }

  @Override
  public void finished(GradeReport report, Path file) {
    List<String> lines = new ArrayList<>();
    if (!report.judgement().verdict().scored()) {
      lines.add("");
      lines.add(title);
    }
    Scores scores = report.scores();
    if (scores != null && scores.classification() != null) {
      lines.addAll(
          ConfusionMatrix.render(scores.classification()).lines().map(l -> "  " + l).toList());
    } else if (scores != null) {
      lines.add("  " + measures(scores));
    }
    lines.add(
        "  %s, %d of %d points. %s"
            .formatted(
                report.verdict(),
                report.judgement().points(),
                report.judgement().maxPoints(),
                report.judgement().message().replace("\n", "\n    ")));
    lines.add("  " + Console.shown(file));
    console.lines(lines);
  }

  private static String measures(Scores scores) {
    return scores.metrics().entrySet().stream()
        .map(entry -> format("%s %.4f", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("  "));
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
