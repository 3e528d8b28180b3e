package dev.assay.findings;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All codes by their names. */
final class TextCodes {
  private static final Map<String, TextCode> BY_NAME =
      all().collect(Collectors.toUnmodifiableMap(TextCode::name, Function.identity()));

  private TextCodes() {}

  /** All codes, in the order of their declaration. */
  static Stream<TextCode> all() {
    return Stream.of(
            FindingCode.values(),
            VerdictCode.values(),
            FaultCode.values(),
            NoteCode.values(),
            HintCode.values(),
            DataCode.values(),
            TerminalCode.values(),
            PageCode.values())
        .flatMap(Stream::of);
  }

  /**
   * Looks a code up.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  static TextCode of(String name) {
    TextCode code = BY_NAME.get(name);
    if (code == null) {
      throw new IllegalArgumentException("There is no text with the code %s.".formatted(name));
    }
    return code;
  }
}
