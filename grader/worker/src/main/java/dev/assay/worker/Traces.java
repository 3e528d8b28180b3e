package dev.assay.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Stack traces without what tells a candidate nothing. */
final class Traces {
  private static final List<String> LIBRARIES =
      List.of(
          "dev.assay.keras.",
          "dev.assay.problems.",
          "dev.assay.worker.",
          "java.",
          "jdk.",
          "org.tensorflow.");

  private Traces() {}

  /**
   * Leaves out what called the candidate's code, and of an exception that passed none of it, as one
   * that arises in a layer of ours, every call: its message names the layer.
   *
   * @param trace as an exception prints it
   */
  static List<String> forCandidates(List<String> trace) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < trace.size()) {
      int to = from;
      while (to < trace.size() && isCall(trace.get(to))) {
        to++;
      }
      lines.addAll(calls(trace.subList(from, to)));
      if (to < trace.size()) {
        lines.add(trace.get(to++));
      }
      from = to;
    }
    return lines;
  }

  private static boolean isCall(String line) {
    String text = line.strip();
    return text.startsWith("at ") || text.startsWith("... ");
  }

  /** The calls of one exception, the innermost first. */
  private static List<String> calls(List<String> calls) {
    List<String> shown =
        calls.stream()
            .takeWhile(call -> !call.strip().startsWith("at dev.assay.worker."))
            .filter(call -> !call.strip().startsWith("... "))
            .filter(call -> !call.strip().startsWith("at java.base/jdk.internal."))
            .toList();
    return shown.stream().allMatch(Traces::isLibrarys) ? List.of() : shown;
  }

  /**
   * Returns whether a line such as "at java.base/java.util.List.of(List.java:1)" belongs to a
   * library.
   */
  private static boolean isLibrarys(String line) {
    String call = line.strip().substring("at ".length());
    String method = call.substring(call.indexOf('/') + 1);
    return Stream.of(call, method).anyMatch(text -> LIBRARIES.stream().anyMatch(text::startsWith));
  }
}
