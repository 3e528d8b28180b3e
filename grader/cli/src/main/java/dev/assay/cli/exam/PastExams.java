package dev.assay.cli.exam;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.exam.results.ResultBuilder;
import dev.assay.exam.sitting.ExamFiles;
import dev.assay.exam.sitting.Sitting;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.report.exam.ExamResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The results of the exams that ended. */
record PastExams(Exams exams, Streams streams) {
  /** Reads them, the oldest first; one that was changed is told on standard error. */
  List<ExamResult> results() throws IOException, InterruptedException {
    List<ExamResult> results = new ArrayList<>();
    for (ExamFiles files : exams.store().all()) {
      try {
        Sitting sitting = exams.store().open(files).sitting();
        if (sitting.ending() != null && sitting.pending().isEmpty()) {
          results.add(ResultBuilder.of(sitting, streams.language().locale()));
        }
      } catch (SentenceException e) {
        String line =
            streams
                .texts()
                .say(TerminalCode.EXAM_HISTORY_BAD, "id", files.id(), "reason", e.sentence());
        streams.err().println("assay: " + Screen.harmless(line));
      }
    }
    return results;
  }
}
