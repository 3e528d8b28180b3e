package dev.assay.run.record;

import java.util.LinkedHashMap;
import java.util.Map;

/** Times the stages of a grading. */
public final class Stopwatch {
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String running = "";
  private long start;

  /** A stage that may end the grading. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws InterruptedException;
  }

  /** Runs a stage; its time counts even when it ends the grading. */
  public <T> T time(String stage, Work<T> body) throws InterruptedException {
    running = stage;
    start = System.nanoTime();
    try {
      return body.run();
    } finally {
      stop();
    }
  }

  /** Ends the running stage; what it still does counts as the next one's. */
  public void next(String stage) {
    stop();
    running = stage;
    start = System.nanoTime();
  }

  private void stop() {
    add(running, (System.nanoTime() - start) / 1e9);
  }

  public void add(String stage, double time) {
    seconds.merge(stage, Math.round(time * 1e4) / 1e4, Double::sum);
  }

  public Map<String, Double> seconds() {
    return seconds;
  }
}
