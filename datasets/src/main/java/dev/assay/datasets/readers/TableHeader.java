package dev.assay.datasets.readers;

import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares the first line of a CSV file with the header that a layout declares. */
final class TableHeader {
  private static final List<Separator> SEPARATORS =
      List.of(
          new Separator(";", "SEMICOLON"), new Separator("\t", "TAB"), new Separator("|", "BAR"));

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
        throw fault(List.of(separatorFault(text, separator)));
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

  private DataException fault(List<Sentence> faults) {
    Sentence header =
        Sentence.of(DataCode.TABLE_HEADER, "header", String.join(",", expected), "faults", faults);
    return DataException.of(
        DataCode.TABLE_FAULT, "file", file.path().toString(), "line", 1, "fault", header);
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

  private static Sentence separatorFault(String text, Separator separator) {
    String decimal =
        text.lines()
            .skip(1)
            .limit(LINES)
            .flatMap(line -> cells(line, separator.text()).stream())
            .filter(cell -> DECIMAL_COMMA.matcher(cell).matches())
            .findFirst()
            .orElse("");
    return Sentence.of(
        DataCode.TABLE_SEPARATOR,
        "separator",
        separator.name(),
        "decimal",
        decimal,
        "point",
        decimal.replace(',', '.'));
  }

  private static Sentence names(String what, Object... pairs) {
    return Sentence.of(
        DataCode.TABLE_NAMES, Stream.concat(Stream.of("what", what), Stream.of(pairs)).toArray());
  }

  private List<Sentence> difference(List<String> found) {
    List<String> missing = expected.stream().filter(name -> !found.contains(name)).toList();
    List<String> unknown =
        found.stream().filter(name -> !expected.contains(name) && !isNameless(name)).toList();
    List<Sentence> faults = new ArrayList<>();
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      faults.add(names("MISSING", "missing", missing, "unknown", unknown));
    }
    if (!missing.isEmpty() && plain(unknown).containsAll(plain(missing))) {
      faults.add(names("EXACT"));
    }
    addRepeated(found, faults);
    addNameless(found, faults);
    return faults.isEmpty() ? List.of(names("ORDER")) : faults;
  }

  private static boolean isNameless(String name) {
    return UNNAMED.matcher(name).matches();
  }

  private static List<String> plain(List<String> names) {
    return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private static void addRepeated(List<String> found, List<Sentence> faults) {
    Set<String> seen = new HashSet<>();
    List<String> repeated =
        found.stream().filter(name -> !isNameless(name) && !seen.add(name)).distinct().toList();
    if (!repeated.isEmpty()) {
      faults.add(names("REPEATED", "names", repeated));
    }
  }

  private static void addNameless(List<String> found, List<Sentence> faults) {
    for (int i = 0; i < found.size() && found.size() > 1; i++) {
      if (isNameless(found.get(i))) {
        faults.add(i == 0 ? names("FIRST") : names("NAMELESS", "column", i + 1));
        return;
      }
    }
  }
}
