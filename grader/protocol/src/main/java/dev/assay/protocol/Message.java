package dev.assay.protocol;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import dev.assay.keras.training.TrainingResult.StopReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message of a child process: a line on its standard output. */
public sealed interface Message {
  /** The process is up and waits for its job. */
  record Ready(Surroundings surroundings) implements Message {}

  /** The process begins its job: clocks start here. */
  record Started() implements Message {}

  /**
   * Compiling ended.
   *
   * @param builders classes marked as answers, by their text when there were errors
   * @param errors none when it succeeded
   */
  record Compiled(List<Builder> builders, List<Diagnostic> errors) implements Message {}

  /**
   * A class marked as an answer.
   *
   * @param className its binary name
   * @param problem the id it names
   */
  record Builder(String className, String problem) {}

  /**
   * A compiler's message.
   *
   * @param file relative to the submission's folder; empty when it is about none
   * @param line from 1; 0 when unknown
   * @param column from 1, where a tab goes on to the next multiple of 8; 0 when unknown
   * @param text the message; cut when it is very long
   * @param source the line of source; cut when it is very long, empty when unknown
   * @param hint the cure, in one line; null when none is known
   */
  record Diagnostic(
      String file, long line, long column, String text, String source, @Nullable Sentence hint) {
    /** A message without a hint. */
    public Diagnostic(String file, long line, long column, String text, String source) {
      this(file, line, column, text, source, null);
    }
  }

  /** The builder ran, and its model was written. */
  record Built() implements Message {}

  /** Training of a part of an ensemble begins: the steps and epochs that follow are its. */
  record Training(Part part) implements Message {}

  /**
   * Reports that training is continuing.
   *
   * @param epoch from 1
   * @param step from 1
   * @param steps in the epoch
   * @param values loss and metrics over the epoch so far
   */
  record Step(int epoch, int step, int steps, Map<String, Double> values) implements Message {}

  /** An epoch ended; if it was the best so far, its weights have been written. */
  record Epoch(EpochResult result) implements Message {}

  /**
   * Training ended.
   *
   * @param stopReason why
   * @param values loss and metrics, on the validation set, of the weights that were written, by the
   *     history's keys; empty when none were
   * @param weightsDigest SHA-256 of the file of weights as it was written; null when none was
   */
  record Trained(StopReason stopReason, Map<String, Double> values, @Nullable String weightsDigest)
      implements Message {}

  /**
   * The model is not what its builder said, and was not trained.
   *
   * @param flops what predicting one example computes, counted on the graph
   */
  record Miscounted(long flops) implements Message {}

  /** The reloaded model's loss and metrics on the validation set, by the history's keys. */
  record Reloaded(Map<String, Double> values) implements Message {}

  /**
   * The predictions were written.
   *
   * @param batchDifference by how much outputs for the same example differ between batches;
   *     relative to those above 1
   */
  record Predicted(double batchDifference) implements Message {}

  /** The model was looked at. */
  record Measured(ModelMeasurement measurement) implements Message {}

  /** The attempts that a probe has made. */
  record Probed(List<Attempt> attempts) implements Message {}

  /**
   * An attempt to break out.
   *
   * @param tried what was tried: "read /home/x"
   * @param succeeded whether it was possible
   * @param happened what happened
   */
  record Attempt(Sentence tried, boolean succeeded, Sentence happened) {
    /** Returns what was tried, in English. */
    public String what() {
      return tried.text();
    }

    /** Returns what happened, in English. */
    public String detail() {
      return happened.text();
    }
  }

  /**
   * The model was exported.
   *
   * @param written what was written, a line each
   */
  record Exported(List<Sentence> written) implements Message {
    /** What was written, in English, a line each. */
    public List<String> contents() {
      return written.stream().map(Sentence::text).toList();
    }
  }

  /**
   * The job failed.
   *
   * <p>A candidate's code may have written this message. So its arguments are texts, numbers and
   * truth values, whose text is short and surely can be made; anything else is no such message.
   *
   * @param cause whose fault it is
   * @param sentence why
   */
  record Failed(Cause cause, Sentence sentence) implements Message {
    /**
     * Tries the sentence out.
     *
     * @throws IllegalArgumentException if an argument is a list or a sentence, or is not what the
     *     text shows in its place
     */
    public Failed {
      boolean nested =
          sentence.arguments().values().stream()
              .anyMatch(value -> value instanceof Sentence || value instanceof List);
      if (nested) {
        throw new IllegalArgumentException(
            "a failure must have texts, numbers and truth values as arguments. Received: "
                + sentence.code());
      }
      try {
        sentence.text();
      } catch (ClassCastException e) {
        throw new IllegalArgumentException(
            "an argument of %s is of the wrong type".formatted(sentence.code()), e);
      }
    }

    /** A failure with an exception's own words. */
    public Failed(Cause cause, String text) {
      this(cause, Sentence.of(FaultCode.OTHER_FAILURE, "reason", text));
    }

    /** Why, in English: one or more lines. */
    public String text() {
      return sentence.text();
    }
  }

  /** The party that caused a failure. */
  enum Cause {
    /** The candidate's code threw or returned what it must not, or its model cannot be run. */
    CANDIDATE,
    /** The process was refused more memory, by whatever ran in it. */
    MEMORY,
    /** The candidate's model has weights that are NaN or infinite. */
    NOT_FINITE,
    /** Ours. */
    WORKER
  }
}
