package dev.assay.junit;

import dev.assay.findings.Catalogue;
import dev.assay.report.GradeReport;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The tree of tests that a batch's gradings make, which grows while they run.
 *
 * @param texts the language of the steps' names
 */
record AnswerTree(BatchProgress progress, Catalogue texts) {
  /** A node for each answer of a single submission, or for each of several submissions. */
  Stream<DynamicNode> nodes() {
    return progress.ids().size() == 1
        ? answers(progress.ids().get(0))
        : progress.ids().stream().map(id -> DynamicContainer.dynamicContainer(id, answers(id)));
  }

  /** A node for each answer of a submission; the stream waits for them. */
  private Stream<DynamicNode> answers(String id) {
    Answers answers = new Answers(progress.of(id));
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(answers, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .map(answer -> node(id, answer));
  }

  /** One that answers no problem bears the submission's name. */
  private DynamicNode node(String id, AnswerProgress answer) {
    boolean none = answer.problem().equals(GradeReport.NO_PROBLEM);
    return DynamicContainer.dynamicContainer(none ? id : answer.problem(), steps(answer));
  }

  private Stream<DynamicNode> steps(AnswerProgress answer) {
    return Arrays.stream(AnswerStep.values())
        .map(step -> new StepTest(answer, step, texts))
        .map(test -> DynamicTest.dynamicTest(test.step().title(texts), test::run));
  }

  /** Waits for each answer when it is asked for. */
  private static final class Answers implements Iterator<AnswerProgress> {
    private final SubmissionProgress submission;
    private Optional<AnswerProgress> next = Optional.empty();
    private boolean isAsked;

    Answers(SubmissionProgress submission) {
      this.submission = submission;
    }

    @Override
    public boolean hasNext() {
      return peek().isPresent();
    }

    @Override
    public AnswerProgress next() {
      AnswerProgress answer = peek().orElseThrow(NoSuchElementException::new);
      isAsked = false;
      return answer;
    }

    private Optional<AnswerProgress> peek() {
      if (!isAsked) {
        isAsked = true;
        try {
          next = submission.next();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          next = Optional.empty();
        }
      }
      return next;
    }
  }
}
