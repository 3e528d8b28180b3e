package dev.assay.cli.exam;

import dev.assay.batch.Assignments;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.exam.blueprint.BlueprintReader;
import dev.assay.exam.ledger.ExamClock;
import dev.assay.exam.sitting.Exam;
import dev.assay.exam.sitting.ExamStore;
import dev.assay.exam.sitting.StateFolder;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problems;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exams of the user, for the commands.
 *
 * @param problems all there are
 * @param store of the exams
 */
record Exams(Problems problems, ExamStore store) {
  /** An exam refuses what a command asks for, or what is kept of it was changed. */
  private static final int REFUSED = 2;

  static Exams open() {
    Problems problems = Problems.load();
    BlueprintReader reader =
        new BlueprintReader(
            problems.ids(),
            Stream.concat(Stream.of(Assignments.AUTO), Assignments.variantNames(problems).stream())
                .toList());
    return new Exams(problems, new ExamStore(StateFolder.current(), ExamClock.system(), reader));
  }

  /** The exam that is named by its id or folder; without a name the one that was started last. */
  Exam find(@Nullable String name) throws IOException {
    return name == null
        ? store
            .latest()
            .orElseThrow(() -> new SentenceException(Sentence.of(TerminalCode.EXAM_NO_EXAM)))
        : store.find(name);
  }

  /** What a command does with an exam. */
  @FunctionalInterface
  interface Work {
    /** Returns the exit code. */
    int run() throws IOException, InterruptedException;
  }

  /** Runs a command; where the exam refuses it, says why and returns the exit code for that. */
  static int run(Streams streams, Work work) throws IOException, InterruptedException {
    try {
      return work.run();
    } catch (SentenceException e) {
      if (!isOfExams(e)) {
        throw e;
      }
      String reason = Sentence.text(e.sentences(), streams.texts());
      streams.err().println("assay: " + Screen.harmless(reason));
      return REFUSED;
    }
  }

  private static boolean isOfExams(SentenceException e) {
    List<String> starts = List.of("EXAM_", "BLUEPRINT_");
    String code = e.sentence().code();
    return !code.equals(FaultCode.EXAM_IN_USE.name()) && starts.stream().anyMatch(code::startsWith);
  }
}
