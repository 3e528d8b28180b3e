package dev.assay.cli.problems;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.text.Paragraph;
import dev.assay.commons.text.TextTable;
import dev.assay.commons.text.TextTable.Column;
import dev.assay.problems.PassRule;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.problems.Task;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;

/** {@code assay list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the problems, their data, pass marks and limits.")
public final class ListCommand implements Runnable {
  private static final String MOST =
      "The limit of floating-point operations per prediction, in millions (MFLOPs):";

  /** The width of prose, on any terminal. */
  private static final int WIDEST = 80;

  private final Streams streams;

  ListCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    TextTable table =
        new TextTable(
            Column.left("PROBLEM"),
            Column.left("DATA"),
            Column.left("TASK"),
            Column.left("PASS MARK"),
            Column.right("MAX\nEPOCHS"),
            Column.right("MAX\nPARAMETERS"));
    Map<Integer, Set<String>> computing = new TreeMap<>();
    for (Problem problem : Problems.load().all()) {
      for (ProblemVariant variant : problem.variants()) {
        table.add(
            problem.id(),
            variant.name(),
            task(problem.task()),
            passes(variant.passRule()),
            String.format(Locale.ROOT, "%,d", variant.limits().epochs()),
            String.format(Locale.ROOT, "%,d", variant.limits().parameters()));
        computing
            .computeIfAbsent(variant.limits().megaFlops(), limit -> new TreeSet<>())
            .add(problem.id());
      }
    }
    Terminal terminal = Terminal.of(false, 1);
    Screen screen = new Screen(streams.out(), terminal);
    screen.lines(table.linesOrParagraphs(terminal.columns()));
    screen.lines(List.of(""));
    screen.lines(Paragraph.wrap("", 0, MOST, Math.min(terminal.columns(), WIDEST)));
    computing.forEach((limit, ids) -> screen.lines(operations(limit, ids, terminal.columns())));
  }

  private static List<String> operations(int megaFlops, Set<String> problems, int columns) {
    String start = String.format(Locale.ROOT, "  %,d: ", megaFlops);
    return Paragraph.wrap(start, start.length(), String.join(", ", problems), columns);
  }

  private static String passes(PassRule rule) {
    return String.format(Locale.ROOT, "%s %.2f", rule.metric().key(), rule.threshold());
  }

  private static String task(Task task) {
    return switch (task) {
      case REGRESSION -> "regression";
      case BINARY_CLASSIFICATION -> "binary";
      case MULTICLASS_CLASSIFICATION -> "multiclass";
      case MULTILABEL_CLASSIFICATION -> "multi-label";
    };
  }
}
