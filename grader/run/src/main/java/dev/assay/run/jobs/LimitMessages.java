package dev.assay.run.jobs;

import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Outcome.Resource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says which limit a child process met, with the number that it reached and the one allowed. */
final class LimitMessages {
  /** The work that a process was started for. */
  enum Work {
    COMPILING,
    BUILDING,
    /** Our code runs a model. */
    RUNNING
  }

  private LimitMessages() {}

  /** Tells whether a process was ended, or ended itself, for want of memory. */
  static boolean isOfMemory(Outcome outcome) {
    Resource resource = resource(outcome);
    return resource == Resource.HEAP || resource == Resource.MEMORY;
  }

  /** The verdict on one whose fault that is; null when it met no such limit. */
  static @Nullable Stop stop(Outcome outcome, String what, Work work) {
    Resource resource = resource(outcome);
    return resource == null
        ? null
        : new Stop(
            verdict(resource), of(outcome, what) + " " + advice(resource, work) + detail(outcome));
  }

  /** A sentence for people that names the limit, or says that none was met. */
  static String of(Outcome outcome, String what) {
    if (outcome instanceof Outcome.UsedTooMuch used) {
      return tooMuch(what, used);
    }
    return outcome instanceof Outcome.Exhausted exhausted
        ? exhausted(what, exhausted)
        : what + " met no limit.";
  }

  private static String tooMuch(String what, Outcome.UsedTooMuch used) {
    long reached = used.reached();
    long allowed = used.allowed();
    return switch (used.resource()) {
      case HEAP, MEMORY ->
          String.format(
              Locale.ROOT,
              "%s used %d MiB of memory; %d are allowed.",
              what,
              reached >> 20,
              allowed >> 20);
      case THREADS ->
          String.format(Locale.ROOT, "%s had %d threads; %d are allowed.", what, reached, allowed);
      case OUTPUT ->
          String.format(
              Locale.ROOT,
              "%s printed more than the %d MiB allowed, %d bytes so far, and was ended.",
              what,
              allowed >> 20,
              reached);
      case MESSAGE ->
          String.format(
              Locale.ROOT,
              "%s wrote a line of %d bytes or more where only the grader's messages go; %d are"
                  + " allowed.",
              what,
              reached,
              allowed);
    };
  }

  private static String exhausted(String what, Outcome.Exhausted exhausted) {
    long allowed = exhausted.allowed();
    return switch (exhausted.resource()) {
      case HEAP ->
          String.format(
              Locale.ROOT,
              "%s ran out of memory: it used all of the %d MiB of Java objects that are allowed,"
                  + " and asked for more.",
              what,
              allowed >> 20);
      case THREADS ->
          String.format(
              Locale.ROOT,
              "%s could not start a thread: it had all of the %d threads that are allowed.",
              what,
              allowed);
      case MEMORY, OUTPUT, MESSAGE ->
          String.format(
              Locale.ROOT,
              "%s ran out of memory: it asked for more than the %d MiB that are allowed in all.",
              what,
              allowed >> 20);
    };
  }

  private static Verdict verdict(Resource resource) {
    return switch (resource) {
      case HEAP, MEMORY, THREADS -> Verdict.MEMORY_LIMIT;
      case OUTPUT, MESSAGE -> Verdict.OUTPUT_LIMIT;
    };
  }

  private static String advice(Resource resource, Work work) {
    return switch (work) {
      case COMPILING -> "Hand in only what builds the model, in smaller files.";
      case BUILDING -> ofBuilder(resource);
      case RUNNING -> "Use smaller batches, or layers with smaller outputs.";
    };
  }

  private static String ofBuilder(Resource resource) {
    return switch (resource) {
      case HEAP, MEMORY -> "A builder only describes a model: it needs no large arrays.";
      case THREADS -> "A builder needs none of its own.";
      case OUTPUT -> "Remove the printing.";
      case MESSAGE -> "Print to System.out only.";
    };
  }

  private static String detail(Outcome outcome) {
    return outcome instanceof Outcome.Exhausted exhausted && !exhausted.detail().isEmpty()
        ? "\n    " + exhausted.detail()
        : "";
  }

  private static @Nullable Resource resource(Outcome outcome) {
    if (outcome instanceof Outcome.UsedTooMuch used) {
      return used.resource();
    }
    return outcome instanceof Outcome.Exhausted exhausted ? exhausted.resource() : null;
  }
}
