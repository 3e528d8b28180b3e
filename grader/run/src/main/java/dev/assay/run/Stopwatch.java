package dev.assay.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Times the stages of a grading. */
final class Stopwatch {
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** A stage that may end the grading. */
  @FunctionalInterface
  interface Stage<T> {
    T run() throws Fault, InterruptedException;
  }

  /** Runs a stage; its time counts even when it ends the grading. */
  <T> T time(String stage, Stage<T> body) throws Fault, InterruptedException {
    long start = System.nanoTime();
    try {
      return body.run();
    } finally {
      add(stage, (System.nanoTime() - start) / 1e9);
    }
  }

  void add(String stage, double time) {
    seconds.merge(stage, Math.round(time * 1e4) / 1e4, Double::sum);
  }

  Map<String, Double> seconds() {
    return seconds;
  }
}
