package dev.assay.findings.pages;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.TerminalCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that there is to read about a finding, in one language; Markdown and a terminal show it.
 *
 * @param code what was found
 * @param texts the language
 */
public record FindingPage(FindingCode code, Catalogue texts) {
  private static final PageData DATA = PageData.load();

  /** Returns the finding with the arguments of the catalogue's example. */
  public Finding example() {
    return new Finding(code, code.severity(), arguments(text("example")));
  }

  /** Returns why it matters. */
  public String meaning() {
    return text("meaning");
  }

  /** Returns the first sentence of the meaning. */
  public String summary() {
    return meaning().replaceFirst("(?s)(?<=\\.)\\s.*", "");
  }

  /** Returns the severity and what it means for the verdict. */
  public String severity() {
    return texts.say(TerminalCode.SEVERITY_MEANING, "severity", code.severity().name());
  }

  /** Returns the stage that notices it. */
  public String stage() {
    return texts.say(TerminalCode.STAGE_NAME, "stage", code.stage().name());
  }

  /** Returns a program with the mistake; null where no single mistake draws the finding. */
  public @Nullable ExampleProgram program() {
    return DATA.program(code);
  }

  /** Returns the learning curves of the program; null where there are none. */
  public @Nullable Curves curves() {
    return DATA.curves(code);
  }

  /** Returns the publications that describe it. */
  public List<String> sources() {
    return DATA.sources(code);
  }

  private String text(String part) {
    String key = code + "." + part;
    return Objects.requireNonNull(texts.page(key), key);
  }

  /** Reads {@code name=value; name=[value, value]}. */
  private static Map<String, Object> arguments(String example) {
    return Arrays.stream(example.split(";"))
        .filter(pair -> !pair.isBlank())
        .map(pair -> pair.strip().split("=", 2))
        .collect(
            Collectors.toMap(pair -> pair[0], pair -> value(pair[1]), (a, b) -> a, TreeMap::new));
  }

  private static Object value(String text) {
    if (text.startsWith("[")) {
      return List.of(text.substring(1, text.length() - 1).split(", "));
    } else if (text.matches("\\d+")) {
      return Long.valueOf(text);
    }
    return text.matches("\\d+\\.\\d+") ? (Object) Double.valueOf(text) : text;
  }
}
