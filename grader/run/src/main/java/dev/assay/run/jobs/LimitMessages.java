package dev.assay.run.jobs;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Outcome.Resource;
import org.jspecify.annotations.Nullable;

/** Says which limit a child process met, with the number that it reached and the one allowed. */
final class LimitMessages {
  private LimitMessages() {}

  /** Tells whether a process was ended, or ended itself, for want of memory. */
  static boolean isOfMemory(Outcome outcome) {
    Resource resource = resource(outcome);
    return resource == Resource.HEAP || resource == Resource.MEMORY;
  }

  /** The verdict on a process whose own fault that is; null when it met no such limit. */
  static @Nullable Stop stop(Outcome outcome, Work work) {
    Resource resource = resource(outcome);
    return resource == null
        ? null
        : new Stop(verdict(resource), of(outcome, work), advice(resource, work, outcome));
  }

  /** A sentence for people that names the limit, or says that none was met. */
  static Sentence of(Outcome outcome, Work work) {
    if (outcome instanceof Outcome.UsedTooMuch used) {
      return Sentence.of(
          used(used.resource()),
          "work",
          work.subject(),
          "reached",
          used.reached(),
          "allowed",
          used.allowed());
    }
    return outcome instanceof Outcome.Exhausted exhausted
        ? Sentence.of(
            exhausted(exhausted.resource()), "work", work.subject(), "allowed", exhausted.allowed())
        : Sentence.of(FaultCode.MET_NO_LIMIT);
  }

  private static VerdictCode used(Resource resource) {
    return switch (resource) {
      case HEAP, MEMORY -> VerdictCode.USED_MEMORY;
      case THREADS -> VerdictCode.USED_THREADS;
      case OUTPUT -> VerdictCode.USED_OUTPUT;
      case MESSAGE -> VerdictCode.USED_MESSAGE;
    };
  }

  private static VerdictCode exhausted(Resource resource) {
    return switch (resource) {
      case HEAP -> VerdictCode.EXHAUSTED_HEAP;
      case THREADS -> VerdictCode.EXHAUSTED_THREADS;
      case MEMORY, OUTPUT, MESSAGE -> VerdictCode.EXHAUSTED_MEMORY;
    };
  }

  private static Verdict verdict(Resource resource) {
    return switch (resource) {
      case HEAP, MEMORY, THREADS -> Verdict.MEMORY_LIMIT;
      case OUTPUT, MESSAGE -> Verdict.OUTPUT_LIMIT;
    };
  }

  private static Sentence advice(Resource resource, Work work, Outcome outcome) {
    String advice =
        switch (work) {
          case COMPILE -> "COMPILING";
          case BUILD, PROBE -> ofBuilder(resource);
          case TRAIN, PREDICT, AUDIT, EXPORT -> "RUNNING";
        };
    String detail = outcome instanceof Outcome.Exhausted exhausted ? exhausted.detail() : "";
    return Sentence.of(VerdictCode.LIMIT_ADVICE, "advice", advice, "detail", detail);
  }

  private static String ofBuilder(Resource resource) {
    return switch (resource) {
      case HEAP, MEMORY -> "MEMORY";
      case THREADS -> "THREADS";
      case OUTPUT -> "OUTPUT";
      case MESSAGE -> "MESSAGE";
    };
  }

  private static @Nullable Resource resource(Outcome outcome) {
    if (outcome instanceof Outcome.UsedTooMuch used) {
      return used.resource();
    }
    return outcome instanceof Outcome.Exhausted exhausted ? exhausted.resource() : null;
  }
}
