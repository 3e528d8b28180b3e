package dev.assay.protocol;

/** What the grader must know of a worker to start it and to interpret its end. */
public final class WorkerProcess {
  /** The binary name of the class whose main method answers jobs. */
  public static final String MAIN_CLASS = "dev.assay.worker.WorkerMain";

  /** The exit code of {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int OUT_OF_MEMORY = 3;

  private WorkerProcess() {}
}
