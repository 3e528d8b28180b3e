package dev.assay.run.processes;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.protocol.Json;
import dev.assay.protocol.Message;
import org.jspecify.annotations.Nullable;

/**
 * A child process's message, or the end of them.
 *
 * @param message null at the end
 * @param end why it ended, in a clause, unless there is another outcome
 * @param outcome what is to be said of a line that is no message
 */
record ChildEvent(@Nullable Message message, Sentence end, @Nullable Outcome outcome) {
  static final Sentence NO_ANSWER = Sentence.of(FaultCode.ENDED_WITHOUT_ANSWER);

  /** The number of characters kept of a line that is no message. */
  private static final int SHOWN = 200;

  /** Reads a line. */
  static ChildEvent read(String line) {
    try {
      return new ChildEvent(Json.read(line, Message.class), NO_ANSWER, null);
    } catch (IllegalArgumentException e) {
      return wrong(
          new Outcome.Garbled(line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ..."));
    }
  }

  static ChildEvent end(Sentence reason) {
    return new ChildEvent(null, reason, null);
  }

  static ChildEvent wrong(Outcome outcome) {
    return new ChildEvent(null, NO_ANSWER, outcome);
  }
}
