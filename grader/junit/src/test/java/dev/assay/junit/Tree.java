package dev.assay.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/**
 * What running a test class with JUnit gave: a line for each container and test below the class, in
 * the order in which they end, and what was thrown.
 *
 * @param lines names with their containers' and {@code ok}, {@code FAILURE}, {@code ERROR} or
 *     {@code skipped}
 * @param thrown by the line's name
 */
record Tree(List<String> lines, Map<String, Throwable> thrown) {
  static Tree of(Class<?> tests) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
    Deque<String> path = new ArrayDeque<>();
    List<String> lines = new ArrayList<>();
    Map<String, Throwable> thrown = new TreeMap<>();
    for (Event event : results.allEvents().list()) {
      if (event.getType() == EventType.STARTED) {
        path.addLast(event.getTestDescriptor().getDisplayName());
      } else if (event.getType() == EventType.FINISHED) {
        String name = String.join(" > ", path.stream().skip(2).toList());
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        result.getThrowable().ifPresent(throwable -> thrown.put(name, throwable));
        if (path.size() > 2) {
          lines.add(name + ": " + outcome(result));
        }
        path.removeLast();
      }
    }
    return new Tree(lines, thrown);
  }

  private static String outcome(TestExecutionResult result) {
    return switch (result.getStatus()) {
      case SUCCESSFUL -> "ok";
      case ABORTED -> "skipped";
      case FAILED ->
          result.getThrowable().orElseThrow() instanceof AssertionError ? "FAILURE" : "ERROR";
    };
  }

  /** Tells what was thrown, for tests that fail. */
  String described() {
    return String.join("\n", lines) + "\n" + thrown;
  }

  /** The message of what was thrown. */
  String message(String name) {
    Throwable throwable = Objects.requireNonNull(thrown.get(name), () -> name + " in " + thrown);
    return String.valueOf(throwable.getMessage());
  }
}
