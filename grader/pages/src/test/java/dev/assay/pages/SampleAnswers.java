package dev.assay.pages;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.report.Circumstances;
import dev.assay.report.DatasetSummary;
import dev.assay.report.Digests;
import dev.assay.report.GradeReport;
import dev.assay.report.Isolation;
import dev.assay.report.Judgement;
import dev.assay.report.Mode;
import dev.assay.report.Platform;
import dev.assay.report.Provenance;
import dev.assay.report.SplitSizes;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.examples.ExampleImage;
import dev.assay.report.examples.Mistake;
import dev.assay.report.examples.ValidationExamples;
import dev.assay.report.examples.ValuePair;
import dev.assay.report.model.EpochLine;
import dev.assay.report.model.LayerLine;
import dev.assay.report.model.ModelStages;
import dev.assay.report.model.ModelSummary;
import dev.assay.report.model.Reload;
import dev.assay.report.model.Training;
import dev.assay.report.score.ClassScore;
import dev.assay.report.score.Classification;
import dev.assay.report.score.Direction;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Results that are like those of real answers, the same each time. */
public final class SampleAnswers {
  /** What a student could call a submission, a class or a layer to harm a reader. */
  public static final String HOSTILE =
      "</script><script>window.harmed=1</script>\"'&<img src=x onerror=window.harmed=1>";

  private static final int CLASSES = 10;
  private static final int OF_A_CLASS = 40;

  private SampleAnswers() {}

  /** Digits, passed or failed, by a model that was trained for so many epochs. */
  public static GradeReport digits(String id, int correct, int epochs) {
    boolean passed = correct >= 360;
    return new GradeReport(
        new Submission(id, "0".repeat(64)),
        "mnist",
        data("mnist", "UCI optical digits"),
        new Judgement(
            passed ? Verdict.PASSED : Verdict.FAILED,
            List.of(reason(correct)),
            passed ? 5 : 3,
            5,
            findings()),
        new Scores(
            Metric.ofCounts("accuracy", correct, 400, 0.9, new Interval(0.87, 0.97)),
            Map.of("macro_f1", correct / 400.0),
            matrix(correct)),
        new ModelStages(model(), training(epochs, "accuracy", true), new Reload(0.25, 0.25)),
        circumstances());
  }

  private static Sentence reason(int correct) {
    return correct >= 360
        ? Sentence.of(
            VerdictCode.PASSED_BY_COUNT,
            "correct",
            correct,
            "total",
            400,
            "metric",
            "accuracy",
            "value",
            correct / 400.0,
            "needed",
            360)
        : Sentence.of(
            VerdictCode.FAILED_BY_COUNT,
            "correct",
            correct,
            "total",
            400,
            "metric",
            "accuracy",
            "value",
            correct / 400.0,
            "needed",
            360,
            "missing",
            360 - correct);
  }

  /** Numbers that are predicted. */
  public static GradeReport numbers(String id) {
    return new GradeReport(
        new Submission(id, null),
        "basic-regression",
        data("basic-regression", "Fuel economy"),
        new Judgement(
            Verdict.PASSED,
            List.of(Sentence.of(FaultCode.OTHER_FAILURE, "reason", "R² is 0.85: that passes.")),
            4,
            5,
            List.of()),
        new Scores(
            Metric.ofValue("r2", 0.8512, 0.8, Direction.HIGHER, new Interval(0.812, 0.883)),
            new TreeMap<>(Map.of("mae", 2.1, "rmse", 2.9)),
            null),
        new ModelStages(model(), training(30, "mae", false), new Reload(0.25, 0.25)),
        circumstances());
  }

  /** An answer that was not graded to the end, with what the compiler or its code said. */
  public static GradeReport stopped(String id, Verdict verdict, String said) {
    return new GradeReport(
        new Submission(id, null),
        "mnist",
        null,
        new Judgement(
            verdict,
            List.of(Sentence.of(FaultCode.OTHER_FAILURE, "reason", said)),
            0,
            5,
            List.of()),
        null,
        ModelStages.NONE,
        circumstances());
  }

  /** The same result for another submission. */
  public static GradeReport named(String id, GradeReport report) {
    return new GradeReport(
        new Submission(id, null),
        report.problem(),
        report.dataset(),
        report.judgement(),
        report.scores(),
        report.stages(),
        report.circumstances());
  }

  /** The same result with another training. */
  public static GradeReport with(GradeReport report, @Nullable Training training) {
    return new GradeReport(
        report.submission(),
        report.problem(),
        report.dataset(),
        report.judgement(),
        report.scores(),
        new ModelStages(report.stages().model(), training, report.stages().reload()),
        report.circumstances());
  }

  /** Twelve digits that are taken for others. */
  public static ValidationExamples mistakes() {
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      byte[] pixels = new byte[28 * 28];
      for (int p = 0; p < pixels.length; p++) {
        pixels[p] = (byte) (p % (7 + i) < 3 ? 40 * i + p : 0);
      }
      String text = Base64.getEncoder().encodeToString(pixels);
      mistakes.add(
          new Mistake(
              17 * i,
              String.valueOf(i % CLASSES),
              i == 3 ? HOSTILE : String.valueOf((i + 3) % CLASSES),
              i == 4 ? Double.NaN : 1 - i / 20.0,
              i == 5 ? null : new ExampleImage(28, 28, 1, text),
              i == 5 ? Map.of("width", 2.5) : Map.of()));
    }
    return new ValidationExamples(180, 31, mistakes, List.of());
  }

  /** True and predicted numbers. */
  public static ValidationExamples values() {
    List<ValuePair> values = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      values.add(new ValuePair(10 + i / 2.0, 10 + i / 2.0 + Math.sin(i) * 3));
    }
    return new ValidationExamples(60, null, List.of(), values);
  }

  private static List<Finding> findings() {
    return List.of(
        Finding.of(FindingCode.OVERFITTING, "epoch", 12, "from", 0.3121, "to", 0.4871),
        Finding.of(FindingCode.STILL_IMPROVING, "reason", "BEST_LAST", "epoch", 40));
  }

  private static Classification matrix(int correct) {
    List<String> names = new ArrayList<>();
    List<List<Integer>> counts = new ArrayList<>();
    List<ClassScore> scores = new ArrayList<>();
    int right = correct / CLASSES;
    for (int i = 0; i < CLASSES; i++) {
      names.add(i == 9 ? HOSTILE : String.valueOf(i));
      List<Integer> row = new ArrayList<>();
      for (int j = 0; j < CLASSES; j++) {
        row.add(i == j ? right : j == (i + 1) % CLASSES ? OF_A_CLASS - right : 0);
      }
      counts.add(row);
      scores.add(new ClassScore(names.get(i), 0.9, right / (double) OF_A_CLASS, 0.9, OF_A_CLASS));
    }
    return new Classification(names, counts, scores);
  }

  /** A history whose validation gets worse after two thirds. */
  public static Training training(int epochs, String metric, boolean rateFalls) {
    List<EpochLine> history = new ArrayList<>();
    int best = Math.max(1, 2 * epochs / 3);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      Map<String, Double> values = new TreeMap<>();
      values.put("loss", 2.0 / epoch + 0.01 * Math.sin(epoch));
      values.put("val_loss", 2.2 / Math.min(epoch, best) + Math.max(0, epoch - best) * 0.01);
      values.put(metric, 1 - 0.7 / epoch);
      values.put("val_" + metric, 0.97 - 0.7 / epoch);
      history.add(new EpochLine(epoch, 0.25, values, rateFalls ? 0.01 / epoch : 0.001));
    }
    return new Training(epochs, best, "EARLY_STOPPING", epochs * 0.25, history);
  }

  private static DatasetSummary data(String id, String title) {
    return new DatasetSummary(
        id, title, "embedded", "f0", new SplitSizes(800, 180, 400), null, List.of());
  }

  private static ModelSummary model() {
    List<LayerLine> layers =
        List.of(
            new LayerLine("rescaling", "Rescaling", List.of(-1L, 28L, 28L), 0),
            new LayerLine("conv2d", "Conv2D", List.of(-1L, 26L, 26L, 32L), 320),
            new LayerLine(HOSTILE, "Dense", List.of(-1L, 10L), 15));
    return new ModelSummary(335, 335, 42, 120_000, layers);
  }

  private static Circumstances circumstances() {
    return new Circumstances(
        new Isolation("process", List.of("network")),
        new TreeMap<>(Map.of("compile", 0.75, "train", 1.5)),
        new Provenance(
            "0.1.0",
            new Digests("p0", "d0", "g0", "w0"),
            42,
            Map.of("data", "auto"),
            new Platform("17.0.1", "Linux", "amd64", "2.18.0", 1, Mode.FAST)));
  }
}
