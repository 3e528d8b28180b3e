package dev.assay.bench.run;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How a library is told the number of threads. */
enum Threading {
  /** By the job. */
  JOB,
  /** OpenMP and BLAS, by the environment. Waiting threads must not spin: cores are few. */
  OPENMP,
  /** Not at all: the process may use that many cores. */
  PINNED;

  Map<String, String> environment(int threads) {
    String count = String.valueOf(threads);
    return switch (this) {
      case JOB, PINNED -> Map.of();
      case OPENMP ->
          Map.of(
              "OMP_NUM_THREADS", count,
              "MKL_NUM_THREADS", count,
              "OPENBLAS_NUM_THREADS", count,
              "OMP_WAIT_POLICY", "PASSIVE");
    };
  }

  /** What goes before the command. */
  List<String> prefix(int threads, int cores) {
    boolean pins = this == PINNED && threads < cores;
    return pins
        ? List.of(
            "taskset",
            "-c",
            String.join(",", IntStream.range(0, threads).mapToObj(String::valueOf).toList()))
        : List.of();
  }
}
