package dev.assay.report.export;

import dev.assay.report.checks.Components;
import java.time.Instant;
import java.util.Map;

/**
 * When and where Assay runs.
 *
 * @param environment variables, by which a build server says what it runs for
 * @param now the time of the export
 */
public record Surroundings(Map<String, String> environment, Instant now) {
  /** No variables, at the beginning of 1970. */
  public static final Surroundings NONE = new Surroundings(Map.of(), Instant.EPOCH);

  public Surroundings {
    environment = Map.copyOf(environment);
    Components.present("now", now);
  }

  /** Returns a variable, without blanks around it; empty where it is not set. */
  public String variable(String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
