package dev.assay.pages;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.pages.exam.ExamPage;
import dev.assay.report.Verdict;
import dev.assay.report.exam.ExamAttempt;
import dev.assay.report.exam.ExamProblem;
import dev.assay.report.exam.ExamResult;
import dev.assay.report.exam.PartScore;
import dev.assay.report.score.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** An exam of two problems: one with two attempts, one without any. */
public final class SampleExam {
  private static final PartScore SCORE =
      new PartScore(4, 5, false, "accuracy", 0.88, 0.9, new Interval(0.7, 0.96), 25);

  private SampleExam() {}

  /**
   * The result of the exam.
   *
   * @param moved seconds by which the clock was moved
   */
  public static ExamResult of(String id, String title, double moved) {
    return new ExamResult(
        id,
        "x",
        title,
        Instant.parse("2026-05-04T09:00:00Z"),
        new ExamResult.Time(60, 1500, "DEADLINE", moved),
        new ExamResult.Terms(7, 60, "EACH", "PUBLISHED", 50, "ONE", 1),
        List.of(
            new ExamProblem(
                "iris",
                "<i>Flowers</i>",
                1,
                3,
                1,
                4,
                5,
                SCORE,
                "embedded",
                95,
                List.of("INPUT_SCALE"),
                List.of(
                    new ExamAttempt(1, 60, Verdict.FAILED, SCORE, true),
                    new ExamAttempt(2, 70, null, null, false))),
            new ExamProblem("mnist", "B", 1, 3, null, 0, 5, null, null, 0, List.of(), List.of())),
        List.of(Sentence.of(TerminalCode.EXAM_RECURS, "code", "INPUT_SCALE", "problems", 2)));
  }

  /** Writes the exam's page, which shows an earlier exam too. */
  public static void write(Path page, Catalogue texts) throws IOException {
    ExamResult exam = of("b", SampleAnswers.HOSTILE, 120);
    Files.writeString(page, ExamPage.of(exam, List.of(of("a", "A", 0), exam), texts).html("1.2.3"));
  }
}
