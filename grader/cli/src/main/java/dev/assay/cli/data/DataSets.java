package dev.assay.cli.data;

import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problems;
import dev.assay.run.processes.Installation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The data sets that {@code assay data} knows.
 *
 * @param installation where those that ship with Assay lie, and the cache
 * @param entries in the order in which they are shown
 */
public record DataSets(Installation installation, List<DatasetEntry> entries) {
  static final String FULL = "full";

  public DataSets {
    entries = List.copyOf(entries);
  }

  public static DataSets standard() {
    return new DataSets(Installation.current(), Problems.load().catalogue().entries());
  }

  /**
   * Returns the data sets of some problems.
   *
   * @param ids of the problems; none means all
   * @param variant null means all
   * @throws ParameterException naming what there is, when there is none such
   */
  public List<DatasetEntry> choose(
      CommandLine command, List<String> ids, @Nullable String variant) {
    List<DatasetEntry> chosen = new ArrayList<>();
    for (String id : ids.isEmpty() ? this.ids() : ids) {
      List<DatasetEntry> found = variants(command, id);
      List<DatasetEntry> named =
          found.stream().filter(e -> variant == null || e.variant().equals(variant)).toList();
      if (named.isEmpty() && !ids.isEmpty()) {
        throw WrongCommand.of(
            command,
            TerminalCode.VARIANT_NOT_AVAILABLE,
            "problem",
            id,
            "variant",
            String.valueOf(variant),
            "names",
            variantNames(found));
      }
      named.stream().filter(entry -> !chosen.contains(entry)).forEach(chosen::add);
    }
    if (chosen.isEmpty()) {
      throw WrongCommand.of(
          command,
          TerminalCode.UNKNOWN_VARIANT,
          "variant",
          String.valueOf(variant),
          "names",
          variantNames(entries));
    }
    return chosen;
  }

  /**
   * Returns the data sets to fetch where the user names no variant: the full one of each problem.
   * For a problem that was named and has no such, all that it has.
   *
   * @param ids of the problems; none means all
   */
  public List<DatasetEntry> toFetch(CommandLine command, List<String> ids) {
    return ids.isEmpty()
        ? choose(command, ids, FULL)
        : ids.stream().distinct().flatMap(id -> fullOrAll(command, id).stream()).toList();
  }

  private List<DatasetEntry> fullOrAll(CommandLine command, String id) {
    List<DatasetEntry> found = variants(command, id);
    List<DatasetEntry> full = found.stream().filter(e -> e.variant().equals(FULL)).toList();
    return full.isEmpty() ? found : full;
  }

  private List<DatasetEntry> variants(CommandLine command, String id) {
    List<DatasetEntry> found = entries.stream().filter(entry -> entry.id().equals(id)).toList();
    if (found.isEmpty()) {
      throw WrongCommand.of(
          command, TerminalCode.PROBLEM_NOT_AVAILABLE, "problem", id, "names", ids());
    }
    return found;
  }

  private List<String> ids() {
    return entries.stream().map(DatasetEntry::id).distinct().sorted().toList();
  }

  private static String variantNames(List<DatasetEntry> entries) {
    return String.join(
        ", ", entries.stream().map(DatasetEntry::variant).distinct().sorted().toList());
  }
}
