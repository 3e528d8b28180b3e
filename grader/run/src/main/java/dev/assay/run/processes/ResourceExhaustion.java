package dev.assay.run.processes;

import dev.assay.protocol.Message;
import dev.assay.protocol.WorkerProcess;
import dev.assay.run.isolation.ControlGroup;
import dev.assay.run.isolation.command.ResourceLimits;
import dev.assay.run.processes.Outcome.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a process had too little of, from its last words and from what the kernel counted. */
final class ResourceExhaustion {
  private static final List<String> OF_THREADS =
      List.of("unable to create native thread", "creation via pthread_create() failed");
  private static final List<String> OF_HEAP =
      List.of("Java heap space", "GC overhead limit", "array size", "direct buffer memory");
  private static final List<String> OF_SYSTEM =
      List.of("insufficient memory for the Java Runtime", "std::bad_alloc");

  private ResourceExhaustion() {}

  /** Null when the process ended for another reason. */
  static @Nullable Outcome of(int exitCode, String tail, ResourceLimits limits) {
    boolean gaveUp = exitCode == WorkerProcess.OUT_OF_MEMORY && tail.contains("OutOfMemory");
    if (exitCode != 0 && containsAny(tail, OF_THREADS)) {
      return new Outcome.Exhausted(Resource.THREADS, limits.processes(), "");
    } else if (gaveUp && containsAny(tail, OF_HEAP)) {
      return new Outcome.Exhausted(Resource.HEAP, limits.heapBytes(), "");
    }
    boolean refused = exitCode != 0 && containsAny(tail, OF_SYSTEM);
    return gaveUp || refused ? ofMemory("", limits) : null;
  }

  /**
   * Of native memory.
   *
   * @param said what the process said; the first line is kept
   */
  static Outcome ofMemory(String said, ResourceLimits limits) {
    String detail = said.lines().findFirst().orElse("").strip();
    return new Outcome.Exhausted(Resource.MEMORY, limits.memoryBytes(), detail);
  }

  /** The outcome as the kernel saw it, where it looks otherwise from the process's last words. */
  static Outcome seenBy(ControlGroup group, Outcome outcome, ResourceLimits limits) {
    ControlGroup.Refusal refusal = group.refusal();
    boolean ended =
        outcome instanceof Outcome.Died
            || outcome instanceof Outcome.TimedOut
            || outcome instanceof Outcome.Exhausted;
    if (refusal == null || !(ended || gaveUp(outcome))) {
      return outcome;
    }
    return switch (refusal) {
      case MEMORY ->
          new Outcome.UsedTooMuch(Resource.MEMORY, group.peakBytes(), limits.memoryBytes());
      case MEMORY_ELSEWHERE -> new Outcome.Starved(group.peakBytes(), limits.memoryBytes());
      case THREADS ->
          outcome instanceof Outcome.Exhausted
              ? outcome
              : new Outcome.Exhausted(Resource.THREADS, limits.processes(), "");
    };
  }

  private static boolean gaveUp(Outcome outcome) {
    return outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Failed;
  }

  private static boolean containsAny(String text, List<String> parts) {
    return parts.stream().anyMatch(text::contains);
  }
}
