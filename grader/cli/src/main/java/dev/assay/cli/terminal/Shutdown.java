package dev.assay.cli.terminal;

import dev.assay.run.processes.Workers;

/** Handles Ctrl-C during a run: child processes are stopped, then a message says what is kept. */
public final class Shutdown implements AutoCloseable {
  private final Thread hook;

  private Shutdown(Thread hook) {
    this.hook = hook;
  }

  /** Ends the workers before this process ends, until it is closed. */
  public static Shutdown install(Workers workers, Runnable afterwards) {
    Thread hook =
        new Thread(
            () -> {
              workers.close();
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
