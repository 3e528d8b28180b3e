package dev.assay.protocol;

/** The facts about workers that the grader needs to start them and to interpret how they ended. */
public final class WorkerProcess {
  /** The binary name of the class whose main method answers jobs. */
  public static final String MAIN_CLASS = "dev.assay.worker.WorkerMain";

  /** The exit code of {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int OUT_OF_MEMORY = 3;

  private WorkerProcess() {}
}
