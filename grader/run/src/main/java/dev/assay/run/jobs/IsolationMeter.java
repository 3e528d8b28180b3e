package dev.assay.run.jobs;

import dev.assay.protocol.Message;
import dev.assay.run.isolation.Isolation;
import org.jspecify.annotations.Nullable;

/** Measures a child process's isolation by what the process says of its meter. */
public final class IsolationMeter {
  private @Nullable Isolation isolation;

  /** Hears a message; that of a process which came up tells its meter. */
  public void heard(Message message) {
    if (message instanceof Message.Ready ready) {
      isolation = Isolation.measured(ready.surroundings());
    }
  }

  /** The isolation; null where the process did not come up. */
  public @Nullable Isolation isolation() {
    return isolation;
  }
}
