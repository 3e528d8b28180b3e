package dev.assay.junit;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.report.Verdict;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The test of one step of an answer's grading.
 *
 * @param texts the language of what it says
 */
record StepTest(AnswerProgress progress, AnswerStep step, Catalogue texts) {
  /**
   * Waits for the step.
   *
   * @throws AssertionFailedError when the answer failed in it
   * @throws TestAbortedException when the grading ended in an earlier one
   * @throws GraderErrorException when the grader failed in it
   * @throws InterruptedException when the tests are ending
   */
  void run() throws InterruptedException {
    try {
      Optional<AnswerStep> end = progress.endBy(step);
      if (end.isPresent()) {
        throw end.get() == step ? failure(progress.result()) : skipped(end.get());
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw step == progress.firstOpen() ? error(cause) : skipped(progress.firstOpen());
    }
  }

  private RuntimeException failure(GradedAnswer answer) {
    String text = ResultText.of(answer, texts);
    if (answer.report().verdict() == Verdict.GRADER_ERROR) {
      return new GraderErrorException(text, null);
    }
    AssertionFailedError failure = new AssertionFailedError(text);
    // The lines of Assay's own code would tell the answer's author nothing.
    failure.setStackTrace(new StackTraceElement[0]);
    throw failure;
  }

  private GraderErrorException error(Throwable cause) {
    Sentence sentence =
        cause instanceof Explained known ? known.sentence() : SentenceException.of(cause);
    return new GraderErrorException(sentence.text(texts), cause);
  }

  private TestAbortedException skipped(AnswerStep end) {
    return new TestAbortedException(texts.say(TerminalCode.TEST_SKIPPED, "step", end.title(texts)));
  }
}
