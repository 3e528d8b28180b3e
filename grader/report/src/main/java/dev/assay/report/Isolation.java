package dev.assay.report;

import dev.assay.report.checks.Components;
import java.util.List;

/**
 * How the candidate's code was kept away from everything else.
 *
 * @param level the name of the isolation that held
 * @param missing the protections this machine could not give, a phrase each; empty if all held
 */
public record Isolation(String level, List<String> missing) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if the level is blank
   */
  public Isolation {
    Components.text("isolation.level", level);
    missing = Components.list("isolation.missing", missing);
  }
}
