package dev.assay.run.isolation;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The best sandbox that works on this machine.
 *
 * @param sandbox it
 * @param whyNotBetter why it is no better one, in a clause; null when there is none
 * @param whyNotGrouped why its processes have no control groups, in a clause; null when each has
 *     one
 */
public record Sandboxes(
    Sandbox sandbox, @Nullable Sentence whyNotBetter, @Nullable Sentence whyNotGrouped) {
  private static final Path SELF = Path.of("/proc/self");

  /** The name for people. */
  public String name() {
    return sandbox.name();
  }

  /** Finds it by trying, once for a process. */
  public static Sandboxes best() {
    return Best.FOUND;
  }

  /** A child process as the platform makes it, without walls. */
  public static Sandboxes plain(String why) {
    Sentence reason = Sentence.of(FaultCode.OTHER_FAILURE, "reason", why);
    return new Sandboxes(new PlainProcess(), reason, reason);
  }

  private static final class Best {
    static final Sandboxes FOUND = find();

    private static Sandboxes find() {
      try {
        // First of all: what a trial leaves behind for a moment would share the group.
        ControlGroups groups = ControlGroups.enter(SELF, ProcessHandle.current().pid());
        groups.tryOut();
        Runtime.getRuntime().addShutdownHook(new Thread(groups::leave, "control-groups"));
        return find(groups::around, null);
      } catch (IOException e) {
        return find(UnaryOperator.identity(), SentenceException.of(e));
      }
    }

    private static Sandboxes find(
        UnaryOperator<Sandbox> grouping, @Nullable Sentence whyNotGrouped) {
      try {
        Bubblewrap bubblewrap = Bubblewrap.find();
        bubblewrap.tryOut();
        return new Sandboxes(grouping.apply(bubblewrap), null, whyNotGrouped);
      } catch (IOException e) {
        Sandbox plain = grouping.apply(new PlainProcess());
        return new Sandboxes(plain, SentenceException.of(e), whyNotGrouped);
      }
    }
  }
}
