package dev.assay.run.isolation;

import dev.assay.protocol.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process that is ready to be started.
 *
 * @param command its program and arguments
 * @param folder its working folder
 * @param job as the process is to be told it: files have the names that they have in there
 * @param end what is to be done when it has ended
 * @param group the control group of its own, which {@code end} removes; null where it has none
 */
public record Enclosure(
    List<String> command, Path folder, Job job, End end, @Nullable ControlGroup group) {
  /** Puts back what the start has changed. */
  public interface End {
    void run() throws IOException;
  }

  public Enclosure {
    command = List.copyOf(command);
  }

  Enclosure(List<String> command, Path folder, Job job, End end) {
    this(command, folder, job, end, null);
  }

  /** The same in a control group. */
  Enclosure in(ControlGroup ownGroup) {
    End both =
        () -> {
          ownGroup.end();
          end.run();
        };
    return new Enclosure(ownGroup.command(command), folder, job, both, ownGroup);
  }
}
