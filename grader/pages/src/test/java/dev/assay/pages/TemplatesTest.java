package dev.assay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern WORDS =
      Pattern.compile("[\\w\"]>[^<>@$!{}]*\\p{L}{2,}[^<>@$!{}]*</");

  private static List<String> matches(Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String text = Files.readString(file).replaceAll("(?m)^(@|!).*$", "");
        pattern.matcher(text).results().map(MatchResult::group).forEach(found::add);
      }
    }
    return found;
  }

  /** All else is escaped by the templates, for the place where it stands. */
  @Test
  void onlyOurOwnStyleAndScriptAreNotEscaped() throws IOException {
    assertThat(matches(Pattern.compile("\\$unsafe\\{[^}]*}")))
        .containsExactly("$unsafe{frame.assets().style()}", "$unsafe{frame.assets().script()}");
  }

  @Test
  void noTemplateHasWordsOfItsOwn() throws IOException {
    assertThat(matches(WORDS)).allMatch(found -> found.endsWith(">Assay</"));
  }

  @Test
  void noTemplateHasStylesOrHandlersThatThePolicyForbids() throws IOException {
    assertThat(matches(Pattern.compile("\\s(style|on\\w+)="))).isEmpty();
  }
}
