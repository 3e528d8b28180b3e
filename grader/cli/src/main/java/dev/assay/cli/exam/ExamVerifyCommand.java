package dev.assay.cli.exam;

import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.exam.ledger.LedgerEntry;
import dev.assay.exam.ledger.LedgerKey;
import dev.assay.exam.sitting.Exam;
import dev.assay.exam.sitting.Sitting;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay exam verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks that an exam's ledger and results are as Assay wrote them.",
      "Exits with 1 if they are not, and says what was changed.",
    })
final class ExamVerifyCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ExamOption option;

  ExamVerifyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Exams exams = Exams.open();
    try {
      return verify(exams.find(option.name()));
    } catch (SentenceException e) {
      streams.out().println(Screen.harmless(Sentence.text(e.sentences(), streams.texts())));
      return Failures.SOME_FAILED;
    }
  }

  private int verify(Exam exam) throws IOException, InterruptedException {
    Sitting sitting = exam.sitting();
    List<LedgerEntry> entries = exam.entries();
    Path key = exam.files().folder().resolve("key");
    say(
        TerminalCode.EXAM_VERIFIED,
        "id",
        sitting.id(),
        "entries",
        entries.size(),
        "last",
        entries.get(entries.size() - 1).time().wall().toString(),
        "folder",
        ShownPaths.shown(exam.files().folder()));
    if (LedgerKey.isOpen(key)) {
      say(TerminalCode.EXAM_KEY_OPEN, "file", ShownPaths.shown(key));
    }
    if (!sitting.clock().moved().isZero()) {
      String time = ExamTexts.time(sitting.clock().moved());
      say(TerminalCode.EXAM_CLOCK_MOVED, "time", time);
    }
    return 0;
  }

  private void say(TerminalCode code, Object... pairs) {
    streams.out().println(Screen.harmless(streams.texts().say(code, pairs)));
  }
}
