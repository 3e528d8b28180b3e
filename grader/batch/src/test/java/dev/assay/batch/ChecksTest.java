package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.report.CheckedAnswer;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.submissions.HandIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  @TempDir private Path folder;

  @Test
  void aSubmissionWithoutAnAnswerIsToldOnce() throws Exception {
    Samples samples = new Samples(folder);
    List<String> heard = new ArrayList<>();
    HandIn ann = samples.handedIn().submissions().get(0);
    try (Checks checks =
        Checks.open(samples.workers(), samples.selection(false, Samples.IRIS), false)) {
      List<CheckedAnswer> answers =
          checks.check(List.of(ann), (submission, problem, report) -> heard.add(problem));
      assertThat(answers)
          .singleElement()
          .extracting(CheckedAnswer::verdict)
          .isEqualTo(Verdict.NO_ANSWER);
    }
    assertThat(heard).containsExactly(GradeReport.NO_PROBLEM);
  }

  @Test
  void interruptedChecksStartNoProcess() throws Exception {
    Samples samples = new Samples(folder);
    Samples.source(folder.resolve("ann"), "@Answers(\"iris\") class Ann {}");
    HandIn ann = HandedIn.find(List.of(folder.resolve("ann"))).submissions().get(0);
    try (Checks checks =
        Checks.open(samples.workers(), samples.selection(false, Samples.IRIS), false)) {
      checks.interrupt();
      assertThatThrownBy(() -> checks.check(List.of(ann), (submission, problem, report) -> {}))
          .isInstanceOf(InterruptedException.class);
    }
  }
}
