package dev.assay.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static String fill(String text, Object... pairs) {
    return Template.parse(text).fill(arguments(pairs), Catalogue.english());
  }

  private static Map<String, Object> arguments(Object... pairs) {
    return Sentence.Arguments.checked(NoteCode.LEFT_OUT_MORE, padded(pairs));
  }

  /** A note's own arguments are no matter here. */
  private static Map<String, Object> padded(Object... pairs) {
    Map<String, Object> all = Sentence.Arguments.of(pairs);
    Catalogue.english()
        .names(NoteCode.LEFT_OUT_MORE)
        .forEach(name -> all.putIfAbsent(name, "unused"));
    return all;
  }

  @Test
  void gapsTakeTheirArguments() {
    assertThat(fill("{a} and {b}", "a", "one", "b", 2)).isEqualTo("one and 2");
  }

  @Test
  void numbersAreShownTheSameInEveryLocale() {
    assertThat(fill("{n}, {x}, {none}", "n", 1234567, "x", 0.25, "none", Double.NaN))
        .isEqualTo("1,234,567, 0.2500, NaN");
  }

  @ParameterizedTest
  @CsvSource({"1, 1 epoch", "0, 0 epochs", "2, 2 epochs", "1000, '1,000 epochs'"})
  void pluralsFollowTheNumber(int number, String expected) {
    assertThat(fill("{n, plural, one {# epoch} other {# epochs}}", "n", number))
        .isEqualTo(expected);
  }

  @Test
  void selectsFollowTheTextAndFallBackToOther() {
    String text = "{kind, select, IMAGE {an image of {size}} other {a row}}";
    assertThat(fill(text, "kind", "IMAGE", "size", 28)).isEqualTo("an image of 28");
    assertThat(fill(text, "kind", "TABLE")).isEqualTo("a row");
    assertThat(fill(text)).isEqualTo("a row");
  }

  @Test
  void bracesCanBeQuotedAndApostrophesAreThemselves() {
    assertThat(fill("the model's '{' return ...; '}'")).isEqualTo("the model's { return ...; }");
  }

  @Test
  void longListsAreCutAndSayHowManyMoreThereAre() {
    List<String> twelve = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
    assertThat(fill("{list, some}", "list", twelve))
        .isEqualTo("a, b, c, d, e, f, g, h, i, j and 2 more");
    assertThat(fill("{list}", "list", List.of("a", "b"))).isEqualTo("a, b");
  }

  @Test
  void choicesAreJoinedByOr() {
    assertThat(fill("{list, or}", "list", List.of("a", "b", "c"))).isEqualTo("a or b or c");
    assertThat(fill("{list, or}", "list", "a")).isEqualTo("a");
    assertThat(fill("{list, or}", "list", List.of())).isEmpty();
  }

  @Test
  void whatBelongsTogetherIsJoinedByAnd() {
    assertThat(fill("{list, and}", "list", List.of("a", "b"))).isEqualTo("a and b");
    assertThat(
            Template.parse("{list, and}")
                .fill(Map.of("list", List.of("층", "유닛")), Catalogue.korean()))
        .isEqualTo("층과 유닛");
  }

  @Test
  void excessIsNeverRoundedAway() {
    assertThat(fill("{n, millions}", "n", 50_000_001L)).isEqualTo("50.1");
    assertThat(fill("{n, size}", "n", 65_537L)).isEqualTo("64.1 KiB");
    assertThat(fill("{n, mebibytes}", "n", 5L << 20)).isEqualTo("5");
  }

  @Test
  void onlyTheArgumentsThatAreAlwaysShownAreNeeded() {
    assertThat(
            Template.parse("{a} {k, select, X {{b}} other {}} {n, plural, one {} other {#}}")
                .names())
        .containsExactly("a", "n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "}", "{a", "{a, nothing}", "{a, plural, one {x}}", "{a, select, x y}", "{}"})
  void malformedTextsAreRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Template.parse(text));
  }

  private static String koreanOf(String text, Object... pairs) {
    return Template.parse(text).fill(Sentence.Arguments.of(pairs), Catalogue.korean());
  }

  @Test
  void aTemplateAgreesWithWhatStandsBeforeTheParticleHoweverItGotThere() {
    assertThat(koreanOf("{name}{은/는}", "name", "모델")).isEqualTo("모델은");
    assertThat(koreanOf("\"{name}\"{을/를}", "name", "val_loss")).isEqualTo("\"val_loss\"를");
    assertThat(koreanOf("{n, digits}{으로/로}", "n", 10L)).isEqualTo("10으로");
    assertThat(koreanOf("{k, select, A {층} other {함수}}{이/가}", "k", "A")).isEqualTo("층이");
    assertThat(koreanOf("{name}{k, select, A {{은/는}} other {}}", "k", "A", "name", "층"))
        .isEqualTo("층은");
    assertThat(koreanOf("{name}{이나/나} {name}{이라는/라는} {name}{이라고/라고}", "name", "층"))
        .isEqualTo("층이나 층이라는 층이라고");
    assertThat(
            koreanOf(
                "{name}{이고/고} {name}{이며/며} {name}{이어야/여야} {name}{이다/다} {name}{이라/라}", "name", "값"))
        .isEqualTo("값이고 값이며 값이어야 값이다 값이라");
    assertThat(koreanOf("{name}{이고/고} {name}{이어야/여야} {name}{과/와}", "name", "함수"))
        .isEqualTo("함수고 함수여야 함수와");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{name}{는/은}", "{name}{은/를}", "{은/}", "{은/는", "{a/b}"})
  void anUnknownParticleIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Template.parse(text));
  }
}
