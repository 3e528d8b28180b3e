package dev.assay.run.processes;

import dev.assay.run.isolation.ResourceLimits;
import dev.assay.run.processes.Outcome.Resource;
import dev.assay.worker.WorkerMain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells from the last words of a process what it had too little of. */
final class Exhaustion {
  private static final List<String> OF_THREADS =
      List.of("unable to create native thread", "creation via pthread_create() failed");
  private static final List<String> OF_HEAP =
      List.of("Java heap space", "GC overhead limit", "array size", "direct buffer memory");
  private static final List<String> OF_SYSTEM =
      List.of("insufficient memory for the Java Runtime", "std::bad_alloc");

  private Exhaustion() {}

  /** Null when the process ended for another reason. */
  static @Nullable Outcome of(int exitCode, String tail, ResourceLimits limits) {
    boolean gaveUp = exitCode == WorkerMain.OUT_OF_MEMORY && tail.contains("OutOfMemory");
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

  private static boolean containsAny(String text, List<String> parts) {
    return parts.stream().anyMatch(text::contains);
  }
}
