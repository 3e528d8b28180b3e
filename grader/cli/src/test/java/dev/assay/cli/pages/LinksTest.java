package dev.assay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Links between the repository's Markdown pages. */
class LinksTest {
  private static final Path HOME = Path.of(System.getProperty("assay.home"));

  /** Folders that Git ignores, and its own. */
  private static final Set<String> SKIPPED =
      Set.of("target", ".git", ".idea", ".vscode", ".settings", "my-answers");

  private final Map<Path, MarkdownPage> read = new HashMap<>();

  @Test
  void everyRelativeLinkLeadsToAFileAndToAHeadingInIt() throws IOException {
    List<Path> pages = pages();
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : pages) {
      for (String target : page(page).targets()) {
        if (!target.matches("[a-z]+:.*")) {
          links++;
          if (!resolves(page, target)) {
            broken.add(HOME.relativize(page) + " -> " + target);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(pages).as("pages that were looked at").hasSizeGreaterThan(100);
    assertThat(links).as("links that were looked at").isGreaterThan(300);
  }

  private boolean resolves(Path page, String target) throws IOException {
    int hash = target.indexOf('#');
    String name = hash < 0 ? target : target.substring(0, hash);
    Path file = name.isEmpty() ? page : page.resolveSibling(name).normalize();
    if (!file.startsWith(HOME) || !Files.exists(file)) {
      return false;
    }
    return hash < 0
        || (Files.isRegularFile(file) && page(file).anchors().contains(target.substring(hash + 1)));
  }

  private MarkdownPage page(Path file) throws IOException {
    MarkdownPage known = read.get(file);
    if (known == null) {
      known = MarkdownPage.read(file);
      read.put(file, known);
    }
    return known;
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    Files.walkFileTree(
        HOME,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean ofARun = HOME.resolve("reports").equals(folder.getParent());
            return ofARun || SKIPPED.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              pages.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return pages;
  }

  @Test
  void linksAndHeadingsInCodeAreNone() {
    MarkdownPage page =
        new MarkdownPage(
            """
            # A `page`, with (signs)

            [one](a.md#b) and `[none](x)` and ![a picture](p.svg)

            ```
            # no heading
            [none](y)
            ```

            ## Twice

            ## Twice
            """);
    assertThat(page.targets()).containsExactly("a.md#b", "p.svg");
    assertThat(page.anchors()).containsExactly("a-page-with-signs", "twice", "twice-1");
  }
}
