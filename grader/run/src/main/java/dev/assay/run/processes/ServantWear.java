package dev.assay.run.processes;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What a process has done and how it has grown, which decides when a new one takes its place. */
final class ServantWear {
  /** Jobs of one process; what each leaves behind unnoticed is then gone. */
  static final int MOST_JOBS = 150;

  /** The time for all jobs of a process, whose limit on processor time is set at its start. */
  static final int LIFETIME_SECONDS = 3600;

  /** The part of the memory limit by which a process may have grown since its first job. */
  static final int GROWTH = 8;

  private final int lifetimeSeconds;
  private final long memoryBytes;
  private int jobs;
  private long usedNanos;
  private long firstBytes;

  /**
   * The wear of a process that has done nothing.
   *
   * @param lifetimeSeconds for all its jobs
   * @param memoryBytes its limit on memory
   */
  ServantWear(int lifetimeSeconds, long memoryBytes) {
    this.lifetimeSeconds = lifetimeSeconds;
    this.memoryBytes = memoryBytes;
  }

  /** Counts a job and the time that it took. */
  void did(long nanos) {
    jobs++;
    usedNanos += nanos;
  }

  boolean isNew() {
    return jobs == 0;
  }

  /** Tells whether the lifetime holds another job of this limit; each job counts a second more. */
  boolean hasTimeFor(int limitSeconds) {
    long used = TimeUnit.NANOSECONDS.toSeconds(usedNanos) + jobs;
    return used + limitSeconds <= lifetimeSeconds;
  }

  /**
   * Tells whether it may do another job.
   *
   * @param usedBytes the memory that it uses now; the first answer is what growth is measured from
   */
  boolean allowsAnother(LongSupplier usedBytes) {
    if (jobs >= MOST_JOBS) {
      return false;
    }
    long bytes = usedBytes.getAsLong();
    firstBytes = firstBytes == 0 ? bytes : firstBytes;
    return bytes - firstBytes <= memoryBytes / GROWTH;
  }
}
