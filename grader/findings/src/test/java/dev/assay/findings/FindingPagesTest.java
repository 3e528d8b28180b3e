package dev.assay.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each finding has a page; {@code -Dtest.argLine=-Dassay.goldens=write} writes them anew. */
class FindingPagesTest {
  private static final Path DOCS = Path.of("docs");

  private static void check(String name, String page) throws IOException {
    Path file = DOCS.resolve(name);
    if ("write".equals(System.getProperty("assay.goldens"))) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, page);
    }
    assertThat(Files.readString(file).replace("\r\n", "\n"))
        .as("%s: write the pages anew, as docs/README.md says", file)
        .isEqualTo(page);
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void thePageOfAFindingIsWhatTheCatalogueSays(FindingCode code) throws IOException {
    check(code + ".md", FindingPages.page(code));
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void itsPageInKoreanIsWhatTheCatalogueInKoreanSays(FindingCode code) throws IOException {
    check("ko/" + code + ".md", FindingPages.koreanPage(code));
  }

  @Test
  void theIndexListsAllFindings() throws IOException {
    check("README.md", FindingPages.index());
    check("ko/README.md", FindingPages.koreanIndex());
  }

  @Test
  void thereIsNoPageOfACodeThatIsGone() throws IOException {
    for (Path folder : List.of(DOCS, DOCS.resolve("ko"))) {
      requireNoOther(folder);
    }
  }

  private static void requireNoOther(Path folder) throws IOException {
    try (Stream<Path> pages = Files.list(folder).filter(Files::isRegularFile)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README"), Arrays.stream(FindingCode.values()).map(Enum::name))
                  .map(name -> name + ".md")
                  .toList());
    }
  }
}
