package dev.assay.cli;

import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code assay list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the problems, their data and what passes.")
final class ListCommand implements Runnable {
  private final Streams streams;

  ListCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    print("PROBLEM", "DATA", "PASSES AT", "EPOCHS", "PARAMETERS", "TASK");
    for (Problem problem : Problems.load().all()) {
      for (ProblemVariant variant : problem.variants()) {
        print(
            problem.id(),
            variant.name(),
            "%s >= %.2f"
                .formatted(variant.passRule().metric().key(), variant.passRule().threshold()),
            "<= " + variant.limits().epochs(),
            String.format(Locale.ROOT, "<= %,d", variant.limits().parameters()),
            problem.task().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
  }

  private void print(Object... cells) {
    streams.out().printf(Locale.ROOT, "%-22s %-12s %-18s %7s  %12s  %s%n", cells);
  }
}
