package dev.assay.run.processes;

import dev.assay.run.isolation.command.ResourceLimits;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Watches what a process and its descendants use together, against what they may use. */
final class Allowance {
  /** A look costs about a millisecond. */
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final ResourceLimits limits;
  private final int seconds;
  private long next = System.nanoTime();

  Allowance(ResourceLimits limits, int seconds) {
    this.limits = limits;
    this.seconds = seconds;
  }

  ResourceLimits limits() {
    return limits;
  }

  /** The wall time left, from the moment that the job begins. */
  int seconds() {
    return seconds;
  }

  /** The resource that is used too much; null if none is, or if this was checked a moment ago. */
  @Nullable Outcome excess(Process process) {
    long now = System.nanoTime();
    if (now - next < 0) {
      return null;
    }
    next = now + INTERVAL_NANOS;
    return ProcessTree.of(process.pid()).map(this::excess).orElse(null);
  }

  private @Nullable Outcome excess(ProcessTree used) {
    if (used.bytes() > limits.memoryBytes()) {
      return new Outcome.UsedTooMuch(Outcome.Resource.MEMORY, used.bytes(), limits.memoryBytes());
    }
    return used.threads() > limits.processes() + ResourceLimits.CAGE_PROCESSES
        ? new Outcome.UsedTooMuch(Outcome.Resource.THREADS, used.threads(), limits.processes())
        : null;
  }
}
