package dev.assay.run.isolation;

import java.io.IOException;

/**
 * The best sandbox that works on this machine.
 *
 * @param sandbox it
 * @param whyNotBetter why it is no better one; empty when there is none
 */
public record Sandboxes(Sandbox sandbox, String whyNotBetter) {
  /** What it is called. */
  public String name() {
    return sandbox.name();
  }

  /** Finds it by trying, once for a process. */
  public static Sandboxes best() {
    return Best.FOUND;
  }

  /** A child process as the platform makes it, without walls. */
  public static Sandboxes plain(String why) {
    return new Sandboxes(new PlainProcess(), why);
  }

  private static final class Best {
    static final Sandboxes FOUND = find();

    private static Sandboxes find() {
      try {
        Bubblewrap bubblewrap = Bubblewrap.find();
        bubblewrap.tryOut();
        return new Sandboxes(bubblewrap, "");
      } catch (IOException e) {
        return plain(String.valueOf(e.getMessage()));
      }
    }
  }
}
