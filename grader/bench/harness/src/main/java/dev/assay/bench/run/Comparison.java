package dev.assay.bench.run;

import dev.assay.bench.Outcome;
import dev.assay.bench.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The results as lines for people. */
final class Comparison {
  private final Results results;

  Comparison(Results results) {
    this.results = results;
  }

  /**
   * Everything there is to say.
   *
   * @param captions what is timed, by workload
   * @param absent why programs did not run at all, by id
   */
  List<String> lines(Map<Workload, String> captions, Map<String, String> absent) {
    List<String> lines = new ArrayList<>();
    captions.forEach(
        (workload, caption) -> {
          lines.add(caption);
          lines.add("");
          lines.addAll(table(workload).lines());
          lines.add("");
        });
    lines.addAll(targets(captions));
    absent.forEach(
        (program, reason) -> lines.add("%s did not run: %s.".formatted(program, reason)));
    results.failures().forEach((run, reason) -> lines.add(line(run, reason)));
    return lines;
  }

  /** One run, while the others go on. */
  static String line(Run run, Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%s  %-8s  %d threads  %s s  loss %s  accuracy %s  %s",
        run.workload(),
        run.program(),
        run.threads(),
        outcome.seconds().stream()
            .map(seconds -> number("%.3f", seconds))
            .collect(Collectors.joining(" ")),
        number("%.4f", outcome.loss()),
        number("%.4f", outcome.accuracy()),
        memory(outcome.residentBytes()));
  }

  /** A run that failed. */
  static String line(Run run, String reason) {
    return String.format(
        Locale.ROOT,
        "%s  %-8s  %d threads  failed: %s",
        run.workload(),
        run.program(),
        run.threads(),
        reason);
  }

  private Table table(Workload workload) {
    Table table =
        new Table(
            "program",
            "threads",
            "seconds",
            "assay / it",
            "first",
            Standing.START_EPOCHS + " epochs",
            "assay / it",
            "memory",
            "loss",
            "accuracy",
            "version");
    for (Standing it : results.standings(workload)) {
      table.add(
          it.program(),
          String.valueOf(it.threads()),
          number("%.3f", it.seconds()),
          ratio(workload, it, Measure.EPOCH),
          number("%.3f", it.first()),
          number("%.2f", it.standingStart()),
          ratio(workload, it, Measure.START),
          memory(it.residentBytes()),
          number("%.4f", it.loss()),
          number("%.4f", it.accuracy()),
          it.version());
    }
    return table;
  }

  private String ratio(Workload workload, Standing other, Measure measure) {
    return results
        .ratio(workload, Contestants.ASSAY, other, measure)
        .map(ratio -> number("%.2f", ratio))
        .orElse("?");
  }

  private List<String> targets(Map<Workload, String> captions) {
    Table table = new Table("target", "program", "at most", "reached", "");
    for (Target target : Target.ALL) {
      if (captions.containsKey(target.workload())) {
        table.add(
            "%s: %s, ratio to the best peer, %s"
                .formatted(target.workload(), target.measure().title(), bestPeer(target)),
            target.program(),
            number("%.2f", target.ratio()),
            target.reached(results).map(ratio -> number("%.2f", ratio)).orElse("?"),
            target.reached(results).map(r -> verdict(r <= target.ratio())).orElse("not measured"));
      }
    }
    if (captions.containsKey(Workload.A)) {
      addMemory(table);
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    return lines;
  }

  private String bestPeer(Target target) {
    return results
        .bestPeer(target.workload(), target.measure())
        .map(Standing::program)
        .orElse("none");
  }

  private void addMemory(Table table) {
    long bytes =
        results.standing(Workload.A, Contestants.ASSAY).map(Standing::residentBytes).orElse(0L);
    table.add(
        "A: resident memory",
        Contestants.ASSAY,
        memory(Target.RESIDENT_BYTES),
        memory(bytes),
        bytes == 0 ? "not measured" : verdict(bytes <= Target.RESIDENT_BYTES));
  }

  private static String verdict(boolean met) {
    return met ? "met" : "NOT MET";
  }

  private static String memory(long bytes) {
    return bytes == 0 ? "?" : number("%.0f MiB", bytes / 1048576.0);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
