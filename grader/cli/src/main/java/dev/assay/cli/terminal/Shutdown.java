package dev.assay.cli.terminal;

/** Handles Ctrl-C during a run: child processes are stopped, then a message says what is kept. */
public final class Shutdown implements AutoCloseable {
  private final Thread hook;

  private Shutdown(Thread hook) {
    this.hook = hook;
  }

  /**
   * Until it is closed, ends child processes before this process ends.
   *
   * @param interrupt ends them
   * @param afterwards says what is kept
   */
  public static Shutdown install(Runnable interrupt, Runnable afterwards) {
    Thread hook =
        new Thread(
            () -> {
              interrupt.run();
              afterwards.run();
            },
            "shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Shutdown(hook);
  }

  /** Removes the hook, which is impossible once the virtual machine is shutting down. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      hook.setName("shutdown (running)");
    }
  }
}
