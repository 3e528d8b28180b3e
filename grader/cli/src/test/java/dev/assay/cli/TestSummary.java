package dev.assay.cli;

import dev.assay.commons.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a build says of its tests at the end: the classes that took longest, and what could not be
 * tried on this machine with the reasons. Surefire's reports of all modules tell it.
 */
public final class TestSummary {
  private static final int SLOWEST = 10;
  private static final Pattern ASSUMPTION =
      Pattern.compile("^(?:[\\w.]+Exception: )?(?:Assumption failed: )?");

  private final Map<String, Integer> untried = new TreeMap<>();
  private final List<TimedClass> classes = new ArrayList<>();

  private record TimedClass(String name, double seconds) {}

  private TestSummary() {}

  /** Prints the summary of the reports in a repository that were written since a moment. */
  public static void main(String[] args)
      throws IOException, ParserConfigurationException, SAXException {
    of(Path.of(args[0]), Instant.parse(args[1])).print(System.out);
  }

  /**
   * Reads the reports of one build.
   *
   * @param home the repository
   * @param start when the build began: older reports are those of another
   */
  static TestSummary of(Path home, Instant start)
      throws IOException, ParserConfigurationException, SAXException {
    TestSummary summary = new TestSummary();
    for (String module : List.of("datasets", "problems/*", "grader/*", "solutions")) {
      for (Path folder : folders(home, module)) {
        for (Path report : reports(folder.resolve("target/surefire-reports"), start)) {
          summary.read(report);
        }
      }
    }
    return summary;
  }

  private static List<Path> folders(Path home, String pattern) throws IOException {
    return pattern.endsWith("/*")
        ? list(home.resolve(pattern.replace("/*", "")), Files::isDirectory)
        : List.of(home.resolve(pattern));
  }

  private static List<Path> reports(Path folder, Instant start) throws IOException {
    List<Path> reports = new ArrayList<>();
    for (Path file : list(folder, file -> file.getFileName().toString().startsWith("TEST-"))) {
      if (!Files.getLastModifiedTime(file).toInstant().isBefore(start)) {
        reports.add(file);
      }
    }
    return reports;
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(wanted).sorted().toList();
    }
  }

  private void read(Path report) throws IOException, ParserConfigurationException, SAXException {
    try (InputStream in = Files.newInputStream(report)) {
      Element suite =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
      double seconds = Double.parseDouble(suite.getAttribute("time").replace(",", ""));
      classes.add(new TimedClass(suite.getAttribute("name"), seconds));
      NodeList skipped = suite.getElementsByTagName("skipped");
      for (int i = 0; i < skipped.getLength(); i++) {
        untried.merge(reason((Element) skipped.item(i)), 1, Integer::sum);
      }
    }
  }

  /** The first line of why a test was skipped: in the text, where no attribute has it. */
  private static String reason(Element skipped) {
    String attribute = skipped.getAttribute("message");
    String reason = attribute.isEmpty() ? skipped.getTextContent().strip() : attribute;
    return ASSUMPTION.matcher(reason.lines().findFirst().orElse("")).replaceFirst("");
  }

  void print(PrintStream out) {
    if (classes.isEmpty()) {
      return;
    }
    out.println();
    out.println("The slowest test classes:");
    classes.stream()
        .sorted((a, b) -> Double.compare(b.seconds(), a.seconds()))
        .limit(SLOWEST)
        .forEach(
            timed ->
                out.println(
                    String.format(Locale.ROOT, "%8.1f s  %s", timed.seconds(), timed.name())));
    if (!untried.isEmpty()) {
      out.println();
      out.println("Not tried on this machine:");
      untried.forEach(
          (reason, count) ->
              out.println("  %s: %s".formatted(Numbers.count(count, "test"), reason)));
    }
    out.println();
  }
}
