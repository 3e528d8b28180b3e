package dev.assay.run.isolation.command;

/**
 * What a child process may use, all its descendants together where the system can add them up.
 *
 * @param heapMebibytes of Java objects
 * @param memoryMebibytes of private memory in all
 * @param fileMebibytes of each file that it writes
 * @param processes processes and threads
 */
public record ResourceLimits(
    int heapMebibytes, int memoryMebibytes, int fileMebibytes, int processes) {
  /**
   * Processes of the sandbox itself that are counted from outside and not by the limit within:
   * bubblewrap's own, twice where root starts it, and room for one that is ending.
   */
  public static final int CAGE_PROCESSES = 8;

  static final long MEBIBYTE = 1 << 20;

  /** The heap limit, in bytes. */
  public long heapBytes() {
    return heapMebibytes * MEBIBYTE;
  }

  /** The limit on private memory, in bytes. */
  public long memoryBytes() {
    return memoryMebibytes * MEBIBYTE;
  }

  /** The limit on the size of a file, in bytes. */
  public long fileBytes() {
    return fileMebibytes * MEBIBYTE;
  }
}
