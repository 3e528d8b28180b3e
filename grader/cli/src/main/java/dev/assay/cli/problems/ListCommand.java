package dev.assay.cli.problems;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.text.Paragraph;
import dev.assay.commons.text.TextTable;
import dev.assay.commons.text.TextTable.Column;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.PassRule;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
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
            Column.left(header("PROBLEM")),
            Column.left(header("DATA")),
            Column.left(header("TASK")),
            Column.left(header("PASS_MARK")),
            Column.right(header("EPOCHS")),
            Column.right(header("PARAMETERS")));
    Map<Integer, Set<String>> computing = new TreeMap<>();
    for (Problem problem : Problems.load().all()) {
      for (ProblemVariant variant : problem.variants()) {
        table.add(
            problem.id(),
            variant.name(),
            streams.texts().say(TerminalCode.TASK_NAME, "task", problem.task()),
            passes(variant.passRule()),
            String.format(Locale.ROOT, "%,d", variant.limits().epochs()),
            String.format(Locale.ROOT, "%,d", variant.limits().parameters()));
        computing
            .computeIfAbsent(variant.limits().megaFlops(), limit -> new TreeSet<>())
            .add(problem.id());
      }
    }
    Terminal terminal = Terminal.of(false);
    Screen screen = new Screen(streams.out(), terminal);
    screen.lines(table.linesOrParagraphs(terminal.columns()));
    screen.lines(List.of(""));
    screen.lines(
        Paragraph.wrap(
            "",
            0,
            streams.texts().say(TerminalCode.LIST_COMPUTE),
            Math.min(terminal.columns(), WIDEST)));
    computing.forEach((limit, ids) -> screen.lines(operations(limit, ids, terminal.columns())));
  }

  private String header(String column) {
    return streams.texts().say(TerminalCode.LIST_HEADER, "column", column);
  }

  private static List<String> operations(int megaFlops, Set<String> problems, int columns) {
    String start = String.format(Locale.ROOT, "  %,d: ", megaFlops);
    return Paragraph.wrap(start, start.length(), String.join(", ", problems), columns);
  }

  private String passes(PassRule rule) {
    String metric = streams.texts().say(TerminalCode.METRIC_NAME, "metric", rule.metric().key());
    return String.format(Locale.ROOT, "%s %.2f", metric, rule.threshold());
  }
}
