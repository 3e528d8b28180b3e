package dev.assay.findings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of grader/docs/concepts, which say to which findings they belong by their links. */
final class Concepts {
  private static final Path DOCS = Path.of("..", "docs", "concepts");

  private final Map<String, String> pages = new TreeMap<>();

  Concepts() {
    try (Stream<Path> files = Files.list(DOCS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file).replace("\r\n", "\n"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A section that leads to the pages with a link to the finding; empty where there are none. */
  String section(FindingCode code) {
    String links =
        pages.entrySet().stream()
            .filter(page -> page.getValue().contains("](../../findings/docs/" + code + ".md)"))
            .map(
                page ->
                    "- [%s](../../docs/concepts/%s)\n"
                        .formatted(title(page.getValue()), page.getKey()))
            .collect(Collectors.joining());
    return links.isEmpty() ? "" : "\n## Read more\n\n" + links;
  }

  private static String title(String page) {
    return page.substring("# ".length(), page.indexOf('\n'));
  }
}
