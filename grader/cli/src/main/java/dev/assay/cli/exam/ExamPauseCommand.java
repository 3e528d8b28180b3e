package dev.assay.cli.exam;

import dev.assay.cli.terminal.Streams;
import dev.assay.exam.sitting.Exam;
import dev.assay.findings.TerminalCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay exam pause}. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    description = "Stops the clock, if the blueprint allows it, or lets it go on.")
final class ExamPauseCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ExamOption option;

  @Option(names = "--end", description = "End the pause: the clock goes on.")
  private boolean end;

  ExamPauseCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Exams exams = Exams.open();
    return Exams.run(streams, () -> pause(exams.find(option.name())));
  }

  private int pause(Exam exam) throws IOException, InterruptedException {
    if (end) {
      exam.resume();
    } else {
      exam.pause();
    }
    TerminalCode code = end ? TerminalCode.EXAM_RESUMED : TerminalCode.EXAM_PAUSED;
    String left = ExamTexts.time(exam.sitting().left());
    streams.out().println(streams.texts().say(code, "left", left));
    return 0;
  }
}
