package dev.assay.run;

import dev.assay.run.isolation.Isolation;
import dev.assay.worker.protocol.Message;
import org.jspecify.annotations.Nullable;

/** How well the processes of one grading were kept apart, all together. */
final class IsolationRecord {
  private @Nullable Isolation all;

  /** Hears a process's messages; one of them says what surrounds it. */
  void heard(Message message) {
    if (message instanceof Message.Ready ready) {
      add(Isolation.measured(ready.surroundings()));
    }
  }

  void add(@Nullable Isolation isolation) {
    if (isolation != null) {
      all = all == null ? isolation : all.and(isolation);
    }
  }

  /** What held for every process; null when there was none. */
  @Nullable Isolation all() {
    return all;
  }
}
