package dev.assay.run;

import dev.assay.report.Verdict;
import dev.assay.worker.protocol.BuiltModel;
import java.io.IOException;

/**
 * Blames the candidate for whatever goes wrong while the files of a builder's process are read.
 *
 * <p>That process may have written anything, and no check of ours foresees all of it.
 */
final class CandidateFiles {
  private static final int MAX_REASON = 1000;

  private CandidateFiles() {}

  /** Reads and inspects what a builder's process has written. */
  @FunctionalInterface
  interface Inspection {
    BuiltModel inspect() throws Fault, IOException;
  }

  /**
   * Runs an inspection.
   *
   * @param evidence forgets the model if it cannot even be described
   * @throws Fault the inspection's own, or a CONTRACT_VIOLATION for anything else that it throws,
   *     running out of memory or stack included
   */
  static BuiltModel inspect(Evidence evidence, Inspection inspection) throws Fault {
    try {
      BuiltModel model = inspection.inspect();
      Summaries.model(model, evidence.builtIn());
      return model;
    } catch (IOException e) {
      throw unreadable(cut(String.valueOf(e.getMessage())).replaceFirst("\\.$", ""));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      evidence.forgetModel();
      throw unreadable("it is malformed or too large to inspect (%s)".formatted(cut(e.toString())));
    }
  }

  private static String cut(String reason) {
    return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + " ...";
  }

  private static Fault unreadable(String reason) {
    return new Fault(
        Verdict.CONTRACT_VIOLATION,
        "The model cannot be read: %s. Return fewer, smaller layers, and leave writing the files to Assay."
            .formatted(reason));
  }
}
