package dev.assay.run.jobs;

import dev.assay.protocol.Message;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Interprets the ends of child processes: which verdict each means. */
public final class ProcessVerdicts {
  /** Advice for numbers that leave the range of float32. */
  public static final String DIVERGENCE =
      "Lower the learning rate, scale the inputs (Rescaling or Normalization), and look for a"
          + " division or logarithm of 0.";

  /** TensorFlow's message about an index that is out of range. */
  private static final Pattern NO_SUCH_ROW =
      Pattern.compile("= (-?\\d+) is not in \\[0, (\\d+)\\)");

  private static final String COMPILING = "Compiling";
  private static final String BUILDING = "Building the model";
  private static final int TRACE_LINES = 12;

  private ProcessVerdicts() {}

  /** The compiler runs none of the candidate's code, so what it answers is true. */
  public static Stop ofCompiler(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      return answered.message() instanceof Message.Failed failed
              && failed.cause() == Message.Cause.CANDIDATE
          ? new Stop(Verdict.COMPILE_ERROR, failed.text())
          : ofWorker(outcome, COMPILING);
    }
    if (outcome instanceof Outcome.TimedOut timedOut) {
      return new Stop(
          Verdict.TIME_LIMIT,
          String.format(
              Locale.ROOT,
              "%s took longer than the %d s allowed and was ended. Look for calls of generic"
                  + " methods, or lambdas, that are nested in each other, and give them types; and"
                  + " hand in only what builds the model.",
              COMPILING,
              timedOut.limitSeconds()));
    }
    Stop limit = LimitMessages.stop(outcome, COMPILING, LimitMessages.Work.COMPILING);
    return limit == null ? ofWorker(outcome, COMPILING) : limit;
  }

  /**
   * The verdict on a process that ran the candidate's code, which may have written anything in our
   * place.
   */
  public static Stop ofBuilder(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      return new Stop(
          Verdict.BUILD_ERROR,
          answered.message() instanceof Message.Failed failed
              ? quoted(failed.text())
              : BUILDING + " said what only the grader says. Leave its messages alone.");
    }
    if (outcome instanceof Outcome.Garbled garbled) {
      return new Stop(
          Verdict.BUILD_ERROR,
          "%s went wrong: %s. Print to System.out or System.err only."
              .formatted(BUILDING, said(garbled)));
    }
    return ofCandidate(outcome, BUILDING);
  }

  /** A candidate's process may say nothing. */
  private static String quoted(String text) {
    return text.isBlank() ? BUILDING + " failed, and nothing was said of why." : text;
  }

  /** The verdict on a process that probed what a candidate's code could do. */
  public static Stop ofProbe(Outcome outcome) {
    return ofCandidate(outcome, "The probe");
  }

  private static Stop ofCandidate(Outcome outcome, String what) {
    if (outcome instanceof Outcome.TimedOut timedOut) {
      return new Stop(
          Verdict.TIME_LIMIT,
          String.format(
              Locale.ROOT,
              "%s took longer than the %d s allowed and was ended. Look for an endless loop.",
              what,
              timedOut.limitSeconds()));
    }
    Stop limit = LimitMessages.stop(outcome, what, LimitMessages.Work.BUILDING);
    if (limit != null) {
      return limit;
    }
    if (outcome instanceof Outcome.Died died) {
      return new Stop(
          Verdict.CRASHED,
          "%s ended the process: %s. Remove System.exit and the like.%s"
              .formatted(what, died.reason(), indented(died.output())));
    }
    return ofWorker(outcome, what);
  }

  /** The verdict on a process that ran the answer's graph, but none of its code. */
  public static Stop ofModel(Outcome outcome, String what) {
    if (isNotFinite(outcome)) {
      return new Stop(Verdict.DIVERGED, text(outcome) + " " + DIVERGENCE);
    }
    if (outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Failed failed
        && failed.cause() == Message.Cause.CANDIDATE) {
      return new Stop(
          Verdict.CONTRACT_VIOLATION,
          "%s ended with an error: %s\n%s"
              .formatted(what, failed.text().strip(), adviceOn(failed.text())));
    }
    if (outcome instanceof Outcome.TimedOut timedOut) {
      return new Stop(
          Verdict.TIME_LIMIT,
          String.format(
              Locale.ROOT,
              "%s took longer than the %d s allowed and was ended. Use a smaller model.",
              what,
              timedOut.limitSeconds()));
    }
    Stop limit =
        LimitMessages.isOfMemory(outcome)
            ? LimitMessages.stop(outcome, what, LimitMessages.Work.RUNNING)
            : null;
    return limit == null ? ofWorker(outcome, what) : limit;
  }

  private static String adviceOn(String error) {
    Matcher gather = NO_SUCH_ROW.matcher(error);
    return gather.find()
        ? "An Embedding, or a gather, of %s rows was asked for row %s: give it one row more than the largest value that comes in. Values below 0 have no row."
            .formatted(gather.group(2), gather.group(1))
        : "A model must take batches of any size and give one output for each example, and its"
            + " output must depend on its weights.";
  }

  /**
   * A message for the result of a grading in which the grader's own process failed.
   *
   * @param thrown what was thrown; its trace tells us where
   */
  public static String ofGrader(Throwable thrown) {
    String trace =
        Arrays.stream(thrown.getStackTrace())
            .limit(TRACE_LINES)
            .map(frame -> "\n    at " + frame)
            .collect(Collectors.joining());
    return "The grader failed, not the answer. This is an error in Assay itself: please report it with these lines:\n    %s%s"
        .formatted(thrown, trace);
  }

  /** Tells whether a process ended before its job, or failed in code of ours. */
  public static boolean isOfGrader(Outcome outcome) {
    return outcome instanceof Outcome.NeverStarted
        || (outcome instanceof Outcome.Answered answered
            && answered.message() instanceof Message.Failed failed
            && failed.cause() == Message.Cause.WORKER);
  }

  /** Tells whether a model's own numbers ended it. */
  public static boolean isNotFinite(Outcome outcome) {
    return outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Failed failed
        && failed.cause() == Message.Cause.NOT_FINITE;
  }

  private static String text(Outcome outcome) {
    return outcome instanceof Outcome.Answered answered
            && answered.message() instanceof Message.Failed failed
        ? failed.text().strip()
        : "";
  }

  /** The verdict on a graph that crashed two processes at the same place in TensorFlow. */
  static Stop ofKernel(Role role, String place) {
    return new Stop(
        Verdict.CRASHED,
        "The model crashed TensorFlow in the step %s, twice and at the same place (%s). An operation was given a size, an index or an attribute that it does not check: look at those that the model adds itself, and use the layers of the library in their place."
            .formatted(role.name().toLowerCase(Locale.ROOT), place));
  }

  /** The verdict on a process that ran only our code: its failure is ours. */
  private static Stop ofWorker(Outcome outcome, String what) {
    return new Stop(
        Verdict.GRADER_ERROR,
        "%s failed in the grader, not in the answer: %s".formatted(what, reason(outcome)));
  }

  /** A clause for people that quotes what is no message. */
  static String said(Outcome.Garbled garbled) {
    return "\"%s\" was written where only the grader's messages go".formatted(garbled.line());
  }

  private static String reason(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      return answered.message() instanceof Message.Failed failed
          ? failed.text()
          : "it answered %s to another question".formatted(answered.message());
    } else if (outcome instanceof Outcome.NeverStarted never) {
      return never.reason().strip();
    } else if (outcome instanceof Outcome.Died died) {
      return died.reason() + indented(died.output());
    } else if (outcome instanceof Outcome.Garbled garbled) {
      return said(garbled);
    } else if (outcome instanceof Outcome.TimedOut timedOut) {
      return String.format(Locale.ROOT, "it took longer than %d s", timedOut.limitSeconds());
    }
    if (outcome instanceof Outcome.Starved starved) {
      return String.format(
          Locale.ROOT,
          "the machine had no memory left when it used %d MiB of the %d that are allowed. Free"
              + " some, or grade with fewer --jobs",
          starved.reached() >> 20,
          starved.allowed() >> 20);
    }
    if (outcome instanceof Outcome.TooOpen open) {
      return "its process is not kept apart as well as is required; missing: %s. `assay doctor` tells more"
          .formatted(String.join(", ", open.isolation().ids()));
    }
    return LimitMessages.of(outcome, "it");
  }

  private static String indented(String output) {
    String text = output.strip();
    return text.isEmpty() ? "" : "\n    " + text.replace("\n", "\n    ");
  }
}
