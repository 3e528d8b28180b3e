package dev.assay.worker;

import dev.assay.protocol.Message;
import java.util.Arrays;
import org.tensorflow.RawTensor;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/** Distinguishes a lack of memory from other failures. */
final class MemoryFailure {
  /** A chain of causes may be a ring. */
  private static final int MAX_CAUSES = 20;

  /** The depth of the stack frames in which TensorFlow Java allocates a tensor. */
  private static final int MAX_FRAMES = 6;

  private MemoryFailure() {}

  /** Returns the cause of a failure: memory, or otherwise the given cause. */
  static Message.Cause causeOf(Throwable thrown, Message.Cause otherwise) {
    try {
      Throwable cause = thrown;
      for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
        if (isRefusal(cause)) {
          return Message.Cause.MEMORY;
        }
        cause = cause.getCause();
      }
      return otherwise;
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // A candidate's exception may do anything when it is asked.
      return otherwise;
    }
  }

  private static boolean isRefusal(Throwable thrown) {
    return thrown instanceof TFResourceExhaustedException
        || (thrown instanceof NullPointerException && isOfTensor(thrown));
  }

  /** TensorFlow Java does not look whether it was given the memory that it asked for. */
  private static boolean isOfTensor(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .limit(MAX_FRAMES)
        .anyMatch(frame -> frame.getClassName().equals(RawTensor.class.getName()));
  }
}
