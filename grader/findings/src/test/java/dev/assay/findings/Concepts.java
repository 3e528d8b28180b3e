package dev.assay.findings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of grader/docs/concepts, which say to which findings they belong by their links. */
final class Concepts {
  private static final Path DOCS = Path.of("..", "docs", "concepts");

  private final String folder;
  private final String heading;
  private final Map<String, String> pages = new TreeMap<>();

  /**
   * Reads the pages.
   *
   * @param folder where they are, seen from a page of a finding in the same language
   */
  private Concepts(Path docs, String folder, String heading) {
    this.folder = folder;
    this.heading = heading;
    try (Stream<Path> files = Files.list(docs)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file).replace("\r\n", "\n"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Concepts english() {
    return new Concepts(DOCS, "../../docs/concepts/", "Read more");
  }

  static Concepts korean() {
    return new Concepts(DOCS.resolve("ko"), "../../../docs/concepts/ko/", "더 읽기");
  }

  /** A section that leads to the pages with a link to the finding; empty where there are none. */
  String section(FindingCode code) {
    Pattern link = Pattern.compile("/findings/docs/(?:ko/)?" + code + "\\.md\\)");
    String links =
        pages.entrySet().stream()
            .filter(page -> link.matcher(page.getValue()).find())
            .map(page -> "- [%s](%s)\n".formatted(title(page.getValue()), folder + page.getKey()))
            .collect(Collectors.joining());
    return links.isEmpty() ? "" : "\n## %s\n\n%s".formatted(heading, links);
  }

  private static String title(String page) {
    return page.substring("# ".length(), page.indexOf('\n'));
  }
}
