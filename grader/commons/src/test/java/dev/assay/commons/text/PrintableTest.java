package dev.assay.commons.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  private static final String FAMILY = "\uD83D\uDC69\u200D\uD83D\uDC67";

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 9, 10, 13, 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0xAD, 0x61C, 0x200B, 0x200C, 0x200D,
        0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xD800, 0xDBFF,
        0xDC00, 0xDFFF, 0xFEFF, 0xFFF9, 0xFFFE, 0xFFFF, 0xE0001, 0xE0041, 0x10FFFF
      })
  void aHarmfulCharacterBecomesAQuestionMarkOnATerminalAndAnEscapeInJson(int c) {
    String text = new StringBuilder("a").appendCodePoint(c).append("b").toString();
    assertThat(Printable.line(text)).isEqualTo("a?b");
    String json = Printable.escaped("\"" + text + "\"");
    if (c >= 0x7F) {
      assertThat(json).matches("\"a(\\\\u[0-9A-F]{4}){1,2}b\"");
      assertThat(unescaped(json)).isEqualTo("\"" + text + "\"");
    }
  }

  private static String unescaped(String json) {
    return java.util.regex.Pattern.compile("\\\\u([0-9A-F]{4})")
        .matcher(json)
        .replaceAll(m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain ~!",
        "\uD55C\uAD6D\uC5B4",
        "\u1112\u1161\u11AB",
        "e\u0301 o\u0308",
        "\u738B\u5C0F\u660E",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
        "\u0915\u094D\u200D\u0937",
        FAMILY,
        "\uD83D\uDC68\uD83C\uDFFD\u200D\uD83D\uDCBB",
        "\u2764\uFE0F\u200D\uD83D\uDD25",
        "\uD83C\uDDF0\uD83C\uDDF7",
        "\uD83E\uDEE8"
      })
  void textOfAllScriptsAndEmojiStayAsTheyAre(String text) {
    assertThat(Printable.line(text)).isEqualTo(text);
    assertThat(Printable.escaped(text)).isEqualTo(text);
  }

  @Test
  void aJoinerThatJoinsNothingIsHarmful() {
    assertThat(Printable.line("\u200D" + FAMILY + "\u200D")).isEqualTo("?" + FAMILY + "?");
    assertThat(Printable.line("ad\u200Dmin \uD55C\u200C\uAD6D")).isEqualTo("ad?min \uD55C?\uAD6D");
  }

  @Test
  void theLayoutOfADocumentStays() {
    String json = "{\n  \"a\": [ 1, 2 ]\n}\n";
    assertThat(Printable.escaped(json)).isEqualTo(json);
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertThat(Printable.line("abc", 3)).isEqualTo("abc");
    assertThat(Printable.line("abcd", 3)).isEqualTo("abc...");
    assertThat(Printable.line("\uD83D\uDC69\uD83D\uDC69\uD83D\uDC69", 2))
        .isEqualTo("\uD83D\uDC69\uD83D\uDC69...");
    assertThat(Printable.line("a\nb\u001Bc", 4)).isEqualTo("a?b?...");
  }
}
