package dev.assay.run.inspection;

import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import dev.assay.run.record.Accepted;
import dev.assay.run.record.Step;
import dev.assay.run.reporting.ReportMapper;
import java.io.IOException;

/**
 * Blames the candidate for whatever goes wrong while the files of a builder's process are read.
 *
 * <p>That process may have written anything, and no check of ours foresees all of it.
 */
public final class ModelReading {
  private static final int MAX_REASON = 1000;

  private ModelReading() {}

  /** Reads and inspects what a builder's process has written. */
  @FunctionalInterface
  public interface Inspection {
    public Step<Accepted> inspect() throws IOException;
  }

  /**
   * Runs an inspection.
   *
   * @return what it gives; a stop with CONTRACT_VIOLATION for anything that it throws, running out
   *     of memory or stack included, and for a model that cannot even be described
   */
  public static Step<Accepted> inspect(Inspection inspection) {
    try {
      Step<Accepted> step = inspection.inspect();
      if (step instanceof Step.Done<Accepted> done) {
        ReportMapper.model(done.value().inspected());
      }
      return step;
    } catch (IOException e) {
      return unreadable(VerdictCode.MODEL_UNREADABLE, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return unreadable(VerdictCode.MODEL_TOO_COMPLEX, e.toString());
    }
  }

  private static String cut(String reason) {
    return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + " ...";
  }

  private static Step<Accepted> unreadable(VerdictCode code, String reason) {
    return Step.stop(
        new Stop(Verdict.CONTRACT_VIOLATION, Sentence.of(code, "reason", cut(reason))));
  }
}
