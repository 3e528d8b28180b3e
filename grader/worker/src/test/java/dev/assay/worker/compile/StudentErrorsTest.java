package dev.assay.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Sentence;
import dev.assay.protocol.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that students make, and the line that each of them is told. */
class StudentErrorsTest extends CompilingTest {
  private static final Path CASES = Path.of("src/test/resources/student-errors");

  /** A mistake, as edits of a good answer. */
  record Mistake(String name, List<String> lines) {
    String applyTo(String answer) {
      String source = answer;
      StringBuilder old = new StringBuilder();
      StringBuilder replacement = new StringBuilder();
      for (String line : lines) {
        boolean next = line.startsWith("-") ? !replacement.isEmpty() : !line.startsWith("+");
        if (next && old.length() + replacement.length() > 0) {
          source = replace(source, old, replacement);
        }
        if (line.startsWith("-")) {
          old.append(line.substring(1)).append('\n');
        } else if (line.startsWith("+")) {
          replacement.append(line.substring(1)).append('\n');
        }
      }
      return old.length() + replacement.length() > 0 ? replace(source, old, replacement) : source;
    }

    private static String replace(String source, StringBuilder old, StringBuilder replacement) {
      assertThat(source).contains(old);
      String replaced =
          old.isEmpty() ? replacement.toString() : source.replace(old.toString(), replacement);
      old.setLength(0);
      replacement.setLength(0);
      return replaced;
    }

    List<String> hints() {
      return lines.stream()
          .filter(line -> line.startsWith("> "))
          .map(line -> line.substring(2))
          .toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Mistake> mistakes() throws IOException {
    String[] cases = Files.readString(CASES.resolve("cases.txt")).split("(?m)^## ", -1);
    return Arrays.stream(cases)
        .skip(1)
        .map(text -> text.lines().toList())
        .map(lines -> new Mistake(lines.get(0), lines.subList(1, lines.size())))
        .toList();
  }

  @Test
  void thereAreManyMistakes() throws IOException {
    assertThat(mistakes().stream().filter(mistake -> !mistake.hints().isEmpty()))
        .hasSizeGreaterThanOrEqualTo(60);
  }

  static List<Mistake> sample() throws IOException {
    return every(true);
  }

  static List<Mistake> others() throws IOException {
    return every(false);
  }

  private static List<Mistake> every(boolean second) throws IOException {
    List<Mistake> mistakes = mistakes();
    return IntStream.range(0, mistakes.size())
        .filter(i -> (i % 2 == 0) == second)
        .mapToObj(mistakes::get)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("sample")
  void aMistakeIsToldWithItsCure(Mistake mistake) throws IOException {
    assertCured(mistake);
  }

  @ParameterizedTest
  @MethodSource("others")
  @Tag("exhaustive")
  void everyOtherMistakeIsToldWithItsCure(Mistake mistake) throws IOException {
    assertCured(mistake);
  }

  private void assertCured(Mistake mistake) throws IOException {
    source("IrisAnswer.java", mistake.applyTo(Files.readString(CASES.resolve("IrisAnswer.java"))));
    List<Message.Diagnostic> errors = compile().errors();
    assertThat(errors).isNotEmpty();
    assertThat(hints(errors)).isEqualTo(mistake.hints());
  }

  @Test
  void theMachinesLanguageChangesNothing() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.JAPAN);
      source("A.java", "class A { int x = 1 }");
      Message.Diagnostic error = compile().errors().get(0);
      assertThat(error.text()).isEqualTo("';' expected");
      assertThat(error.hint()).hasToString("A semicolon is missing at the end of line 1.");
    } finally {
      Locale.setDefault(before);
    }
  }

  /** Each once, with the line of the first place. */
  private static List<String> hints(List<Message.Diagnostic> errors) {
    Set<Sentence> seen = new HashSet<>();
    List<String> hints = new ArrayList<>();
    for (Message.Diagnostic error : errors) {
      Sentence hint = error.hint();
      if (hint != null && seen.add(hint)) {
        hints.add(String.format(Locale.ROOT, "%d: %s", error.line(), hint.text()));
      }
    }
    return hints;
  }
}
