package dev.assay.datasets.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "names there are not bytes")
class RawPathsTest {
  /** "답안" in CP949. */
  private static final String CP949 = "b4e4bec8";

  /** "Café" in Latin-1. */
  private static final String LATIN = "436166e9";

  static Stream<String> names() {
    return Stream.of(
        hex("plain.java"),
        hex("한국 어"),
        hex("\u1112\u1161\u11ab"),
        hex("😀 \"q' $x\\ %41"),
        hex("line\nend\n"),
        hex("가".repeat(85)),
        CP949,
        LATIN,
        "ff80c0",
        "ed9f",
        "edb080");
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Path path(String hex) {
    return RawPaths.of(RawPaths.unescape("bytes:" + hex));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theBytesOfANameSurviveTheWayFromTheLauncherToThePathAndBack(String hex) {
    byte[] bytes = RawPaths.bytes(Path.of("/in").resolve(path(hex)));
    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(hex("/in/") + hex);
    assertThat(path(hex).isAbsolute()).isFalse();
    assertThat(RawPaths.bytes(path(hex("/a//b/") + hex + "2f")))
        .isEqualTo(HexFormat.of().parseHex(hex("/a/b/") + hex));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aPathAndItsUriNameTheSameFile(String hex) {
    Path path = Path.of("/in").resolve(path(hex));
    assertThat(Path.of(path.toUri())).isEqualTo(path);
  }

  @Test
  void aRelativePathStaysRelative() {
    assertThat(RawPaths.of("../한글/a")).isEqualTo(RawPaths.resolve(Path.of(".."), "한글/a"));
    assertThat(RawPaths.of("../한글").getNameCount()).isEqualTo(2);
    assertThat(RawPaths.of("")).isEqualTo(Path.of(""));
  }

  @Test
  void peopleSeeTextAndTheNumbersOfBytesThatAreNone() {
    assertThat(RawPaths.shown(path(hex("/d/한글 ") + LATIN))).isEqualTo("/d/한글 Caf\\xE9");
    assertThat(RawPaths.shown(path(LATIN))).isEqualTo("Caf\\xE9");
    assertThat(RawPaths.shown(Path.of("a", "b"))).isEqualTo(Path.of("a", "b").toString());
  }

  @Test
  void theLikeliestCharacterSetOfANameIsGuessed() {
    assertThat(RawPaths.guessName(path(hex("한글")))).isEqualTo("한글");
    assertThat(RawPaths.guessName(path(hex("a/") + CP949))).isEqualTo("답안");
    assertThat(RawPaths.guessName(path(LATIN))).isEqualTo("Café");
    assertThat(RawPaths.guessName(path("8c63"))).isEqualTo("똠");
    assertThat(RawPaths.guessName(path("c470"))).isEqualTo("Äp");
  }

  @Test
  void whatTheLauncherDidNotEscapeIsLeftAsItIs() {
    for (String argument : Arrays.asList("", "grade", "bytes:4", "bytes:xy", "bytes", "한글")) {
      assertThat(RawPaths.unescape(argument)).isEqualTo(argument);
    }
    assertThat(RawPaths.unescape("bytes:" + hex("bytes:41"))).isEqualTo("bytes:41");
  }

  @Test
  void aNulByteNamesNoFile() {
    assertThatThrownBy(() -> RawPaths.of("한\0글")).isInstanceOf(InvalidPathException.class);
  }
}
