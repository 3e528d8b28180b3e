package dev.assay.report;

import dev.assay.findings.DataCode;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.report.model.Audit;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Example results for the tests. */
public final class Reports {

  public static final Finding OVERFITTING =
      Finding.of(FindingCode.OVERFITTING, "epoch", 12, "from", 0.3121, "to", 0.4871);

  private Reports() {}

  /** A reason in these words. */
  public static List<Sentence> said(String words) {
    return List.of(Sentence.of(FaultCode.OTHER_FAILURE, "reason", words));
  }

  public static GradeReport classification() {
    return new GradeReport(
        new Submission("alice", "a1"),
        "iris",
        dataset("iris", "embedded"),
        new Judgement(
            Verdict.PASSED,
            List.of(
                Sentence.of(
                    VerdictCode.PASSED_BY_COUNT,
                    "correct",
                    45,
                    "total",
                    50,
                    "metric",
                    "accuracy",
                    "value",
                    0.9,
                    "needed",
                    45)),
            5,
            5,
            List.of(OVERFITTING)),
        new Scores(accuracy(45, 50, 0.9), Map.of("macro_f1", 0.9), matrix()),
        new ModelStages(
            model(),
            training(),
            new Reload(0.25, 0.25),
            new Audit(0.34, false, List.of(3, 41, 70))),
        circumstances());
  }

  public static GradeReport regression() {
    Metric metric = Metric.ofValue("r2", 0.8512, 0.8, Direction.HIGHER, new Interval(0.812, 0.883));
    return new GradeReport(
        new Submission("bob", "b2"),
        "basic-regression",
        dataset("auto-mpg", "full"),
        new Judgement(Verdict.PASSED, said("R² is 0.85: that passes."), 4, 5, List.of()),
        new Scores(metric, new TreeMap<>(Map.of("mae", 2.1, "rmse", 2.9)), null),
        new ModelStages(model(), training(), new Reload(0.25, 0.25)),
        circumstances());
  }

  public static GradeReport multiLabel() {
    Metric metric = Metric.ofValue("macro_f1", 0.81, 0.8, Direction.HIGHER, new Interval(0.7, 0.9));
    Classification labels =
        new Classification(
            List.of("rain", "sun"),
            List.of(),
            List.of(new ClassScore("rain", 0.5, 1, 0.6, 7), new ClassScore("sun", 0, 0, 0, 0)));
    return new GradeReport(
        new Submission("fay", "f6"),
        "weather",
        dataset("weather", "embedded"),
        new Judgement(Verdict.PASSED, said("The macro F1 is 0.81: that passes."), 5, 5, List.of()),
        new Scores(metric, Map.of("auc_sun", Double.NaN), labels),
        new ModelStages(model(), training(), new Reload(0.25, 0.25)),
        circumstances());
  }

  public static GradeReport compileError() {
    Provenance provenance =
        new Provenance(
            "0.1.0",
            Digests.NONE,
            42,
            Map.of(),
            new Platform("17.0.1", "Linux", "amd64", null, 1, Mode.REPRODUCIBLE));
    return new GradeReport(
        new Submission("carol", null),
        "mnist",
        null,
        new Judgement(
            Verdict.COMPILE_ERROR,
            said("javac found an error: see the findings."),
            0,
            5,
            List.of()),
        null,
        ModelStages.NONE,
        new Circumstances(null, Map.of("compile", 0.5), provenance));
  }

  public static GradeReport diverged() {
    EpochLine line = new EpochLine(1, 0.1, Map.of("loss", Double.POSITIVE_INFINITY), Double.NaN);
    Training training = new Training(1, null, "the loss became NaN", 0.1, List.of(line));
    return new GradeReport(
        new Submission("dave", "d4"),
        "iris",
        dataset("iris", "embedded"),
        new Judgement(
            Verdict.DIVERGED, said("The loss became NaN: lower the rate."), 0, 5, List.of()),
        null,
        new ModelStages(model(), training, null),
        circumstances());
  }

  public static GradeReport graderError() {
    return new GradeReport(
        new Submission("erin", "e5"),
        "iris",
        null,
        new Judgement(
            Verdict.GRADER_ERROR, said("The disk is full: tell your teacher."), 0, 5, List.of()),
        null,
        ModelStages.NONE,
        circumstances());
  }

  public static List<GradeReport> all() {
    return List.of(classification(), regression(), compileError(), diverged(), graderError());
  }

  public static GradeReport named(String submission, GradeReport report) {
    return new GradeReport(
        new Submission(submission, "5"),
        report.problem(),
        report.dataset(),
        report.judgement(),
        report.scores(),
        report.stages(),
        report.circumstances());
  }

  public static Metric accuracy(int correct, int total, double threshold) {
    return Metric.ofCounts("accuracy", correct, total, threshold, new Interval(0.786, 0.957));
  }

  public static Classification matrix() {
    return new Classification(
        List.of("setosa", "versicolor"),
        List.of(List.of(25, 0), List.of(5, 20)),
        List.of(
            new ClassScore("setosa", 25 / 30.0, 1, 50 / 55.0, 25),
            new ClassScore("versicolor", 1, 0.8, 40 / 45.0, 25)));
  }

  public static DatasetSummary dataset(String id, String variant) {
    return new DatasetSummary(
        id,
        "Iris flowers",
        variant,
        "f0",
        new SplitSizes(80, 20, 50),
        null,
        List.of(SentenceLine.of(Sentence.of(DataCode.FILES_REPACKED, "files", List.of("a.csv")))));
  }

  private static ModelSummary model() {
    return new ModelSummary(
        15, 15, 42, 120, List.of(new LayerLine("dense", "Dense", List.of(-1L, 3L), 15)));
  }

  private static Training training() {
    Map<String, Double> first = new TreeMap<>(Map.of("loss", 0.5, "val_loss", 0.25));
    Map<String, Double> second = new TreeMap<>(Map.of("loss", 0.4, "val_loss", 0.3));
    return new Training(
        2,
        1,
        "all epochs done",
        0.5,
        List.of(new EpochLine(1, 0.25, first, 1e-3), new EpochLine(2, 0.25, second, 1e-3)));
  }

  private static Circumstances circumstances() {
    Provenance provenance =
        new Provenance(
            "0.1.0",
            new Digests("p0", "d0", "g0", "w0"),
            42,
            Map.of("data", "auto"),
            new Platform(
                "17.0.1",
                "Linux",
                "amd64",
                "2.18.0",
                1,
                Mode.FAST,
                new Processor("AMD EPYC", "AVX2")));
    return new Circumstances(
        new Isolation("process", List.of("network")),
        new TreeMap<>(Map.of("compile", 0.75, "train", 1.5)),
        provenance);
  }

  public static Entries entries() {
    return Entries.of(
        List.of(
            new Entries.Entry("alice", "alice", null),
            new Entries.Entry(
                "list.txt", null, SentenceLine.of(Sentence.of(NoteCode.LEFT_OUT_OTHER_PATH)))));
  }
}
