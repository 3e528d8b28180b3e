package dev.assay.datasets.readers;

import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares the first line of a CSV file with the header that a layout declares. */
final class TableHeader {
  private static final List<Separator> SEPARATORS =
      List.of(
          new Separator(";", "semicolons"),
          new Separator("\t", "tabs"),
          new Separator("|", "vertical bars"));

  /** The name that pandas gives a nameless column when it writes the table again. */
  private static final Pattern UNNAMED = Pattern.compile("\\s*|Unnamed: \\d+");

  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+(?:[eE][+-]?\\d+)?");

  /** Decimal commas are looked for in this many lines. */
  private static final int LINES = 100;

  private final RawFile file;
  private final List<String> expected;

  TableHeader(RawFile file, TableLayout layout) {
    this.file = file;
    this.expected = layout.header();
  }

  private record Separator(String text, String name) {}

  /**
   * Refuses a file whose columns are not separated by commas.
   *
   * @param text the whole file
   * @throws DataException naming the separator, decimal commas if there are any, and what to do
   */
  void checkSeparator(String text) throws DataException {
    String line = text.lines().findFirst().orElse("");
    long known = known(line, ",");
    for (Separator separator : SEPARATORS) {
      if (line.contains(separator.text())
          && (!line.contains(",") || known(line, separator.text()) > known)) {
        throw fault(separatorFault(text, separator));
      }
    }
  }

  /**
   * Refuses another header than the declared one.
   *
   * @param found the names in the file's first line
   * @throws DataException naming the differences and what to do
   */
  void check(List<String> found) throws DataException {
    if (!found.equals(expected)) {
      throw fault(difference(found));
    }
  }

  private DataException fault(String fault) {
    return new DataException(
        "%s, line 1: expected the header %s; %s"
            .formatted(file.path(), String.join(",", expected), fault));
  }

  private long known(String line, String separator) {
    return cells(line, separator).stream().filter(expected::contains).count();
  }

  private static List<String> cells(String line, String separator) {
    return Pattern.compile(separator, Pattern.LITERAL)
        .splitAsStream(line)
        .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
        .toList();
  }

  private static String separatorFault(String text, Separator separator) {
    String found = "found columns separated by %s, not by commas".formatted(separator.name());
    String advice = "Save it as CSV with commas between the columns";
    Optional<String> decimal =
        text.lines()
            .skip(1)
            .limit(LINES)
            .flatMap(line -> cells(line, separator.text()).stream())
            .filter(cell -> DECIMAL_COMMA.matcher(cell).matches())
            .findFirst();
    return decimal
        .map(
            cell ->
                "%s, and decimal commas (%s). %s and decimal points (%s)."
                    .formatted(found, cell, advice, cell.replace(',', '.')))
        .orElse("%s. %s.".formatted(found, advice));
  }

  private String difference(List<String> found) {
    List<String> missing = expected.stream().filter(name -> !found.contains(name)).toList();
    List<String> unknown =
        found.stream().filter(name -> !expected.contains(name) && !isNameless(name)).toList();
    List<String> faults = new ArrayList<>();
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      faults.add("missing: %s, unknown: %s".formatted(missing, unknown));
    }
    if (!missing.isEmpty() && plain(unknown).containsAll(plain(missing))) {
      faults.add("names must match exactly, including blanks and capitals");
    }
    addRepeated(found, faults);
    addNameless(found, faults);
    return faults.isEmpty() ? "the order differs" : String.join("; ", faults);
  }

  private static boolean isNameless(String name) {
    return UNNAMED.matcher(name).matches();
  }

  private static List<String> plain(List<String> names) {
    return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private static void addRepeated(List<String> found, List<String> faults) {
    Set<String> seen = new HashSet<>();
    List<String> repeated =
        found.stream().filter(name -> !isNameless(name) && !seen.add(name)).distinct().toList();
    if (!repeated.isEmpty()) {
      faults.add("more than once: " + repeated);
    }
  }

  private static void addNameless(List<String> found, List<String> faults) {
    for (int i = 0; i < found.size() && found.size() > 1; i++) {
      if (isNameless(found.get(i))) {
        String advice =
            i == 0
                ? "the first column has no name, like an index or row names. Remove it"
                    + " (index=False in pandas, row.names=FALSE in R)"
                : String.format(
                    Locale.ROOT, "column %d has no name. Remove the column or its comma", i + 1);
        faults.add(advice);
        return;
      }
    }
  }
}
