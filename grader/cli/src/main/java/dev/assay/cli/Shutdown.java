package dev.assay.cli;

import dev.assay.run.processes.Workers;

/** Ctrl-C in the middle: children end, finished results are kept and named. */
final class Shutdown {
  private final Thread hook;

  private Shutdown(Thread hook) {
    this.hook = hook;
  }

  static Shutdown install(Workers workers, Console console, Batch batch) {
    Thread hook =
        new Thread(
            () -> {
              workers.close();
              console.interrupted(batch.finished());
            },
            "shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Shutdown(hook);
  }

  /** A hook cannot be taken back once the virtual machine is ending. */
  void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      hook.setName("shutdown (running)");
    }
  }
}
