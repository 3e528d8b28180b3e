package dev.assay.run.processes;

import dev.assay.protocol.Job;
import org.jspecify.annotations.Nullable;

/**
 * The processes that may do each other's work.
 *
 * @param service what they do
 * @param threads of TensorFlow's, which it takes from a process's first session for all of them
 */
record ServantKind(Service service, int threads) {
  /**
   * The work of a process. One that trains never predicts, so that a model is reloaded by a process
   * that did not train it.
   */
  enum Service {
    /** Compiles submissions. */
    COMPILE,
    /** Trains. */
    TRAIN,
    /** Reloads, predicts and measures. */
    PREDICT
  }

  /** The kind of process for a job; null where none may serve many. */
  static @Nullable ServantKind of(Job job) {
    if (job instanceof Job.Compile compile && compile.graph() == null) {
      return new ServantKind(Service.COMPILE, 0);
    } else if (job instanceof Job.Train train) {
      return new ServantKind(Service.TRAIN, train.threads());
    } else if (job instanceof Job.Predict predict) {
      return new ServantKind(Service.PREDICT, predict.threads());
    }
    return job instanceof Job.Measure measure
        ? new ServantKind(Service.PREDICT, measure.threads())
        : null;
  }

  boolean isCompiler() {
    return service == Service.COMPILE;
  }

  /** The role that its processes are started in. */
  Role role() {
    return switch (service) {
      case COMPILE -> Role.BUILD;
      case TRAIN -> Role.TRAIN;
      case PREDICT -> Role.PREDICT;
    };
  }
}
