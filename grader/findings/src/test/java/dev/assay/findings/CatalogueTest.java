package dev.assay.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
  private static final String SNIPPET = ".snippet";

  private static final Set<String> SHARED =
      Set.of(
          "AND_MORE",
          "OR",
          "AND",
          "NOT_A_NUMBER",
          "BYTES",
          "SHARED_BY_MEMBERS",
          "MORE_OF_THIS_KIND");

  private static Stream<String> keys(TextCode code) {
    return code instanceof FindingCode
        ? Stream.of(".message", ".advice", ".meaning", ".example").map(code.name()::concat)
        : Stream.of(code.name());
  }

  @Test
  void everyCodeHasItsTextsAndNothingElseIsThere() {
    Set<String> needed = new TreeSet<>(SHARED);
    Catalogue.TextCodes.all().flatMap(CatalogueTest::keys).forEach(needed::add);
    assertThat(sharedKeys()).containsExactlyElementsOf(needed);
  }

  /** The keys that each language has; code is the same in all of them and stands in English. */
  private static Set<String> sharedKeys() {
    Set<String> keys = Catalogue.english().keys();
    keys.removeIf(key -> key.endsWith(SNIPPET));
    return keys;
  }

  @Test
  void onlyFindingsHaveSnippets() {
    assertThat(Catalogue.english().keys())
        .filteredOn(key -> key.endsWith(SNIPPET))
        .isSubsetOf(
            Arrays.stream(FindingCode.values()).map(code -> code.name() + SNIPPET).toList());
  }

  @Test
  void bothLanguagesHaveTheSameKeysButForSnippets() {
    assertThat(Catalogue.korean().keys()).isEqualTo(sharedKeys());
  }

  @Test
  void bothLanguagesUseTheSameArguments() {
    assertThat(sharedKeys())
        .filteredOn(key -> !key.endsWith(".example"))
        .allSatisfy(
            key ->
                assertThat(usedNames(Catalogue.korean().template(key)))
                    .as(key)
                    .isEqualTo(usedNames(Catalogue.english().template(key))));
  }

  @Test
  void bothLanguagesHaveTheSameExamples() {
    assertThat(sharedKeys())
        .filteredOn(key -> key.endsWith(".example"))
        .allSatisfy(
            key ->
                assertThat(Catalogue.korean().page(key)).isEqualTo(Catalogue.english().page(key)));
  }

  @Test
  void bothLanguagesHaveTheSameCasesOfAChoice() {
    assertThat(sharedKeys())
        .filteredOn(key -> !key.endsWith(".example"))
        .allSatisfy(
            key ->
                assertThat(cases(Catalogue.korean().template(key)))
                    .as(key)
                    .containsAll(cases(Catalogue.english().template(key))));
  }

  /** The names of all arguments, also of those that only some cases show. */
  private static Set<String> usedNames(Template template) {
    Set<String> names = new TreeSet<>();
    for (Template.Part part : template.parts()) {
      if (part instanceof Template.Gap gap) {
        names.add(gap.name());
      } else if (part instanceof Template.Choice choice) {
        names.add(choice.name());
        choice.cases().values().forEach(text -> names.addAll(usedNames(text)));
      }
    }
    return names;
  }

  /** The cases that are chosen by a text; Korean has no plural. */
  private static Set<String> cases(Template template) {
    Set<String> cases = new TreeSet<>();
    for (Template.Part part : template.parts()) {
      if (part instanceof Template.Choice choice) {
        choice
            .cases()
            .forEach(
                (value, text) -> {
                  if (!choice.plural()) {
                    cases.add(choice.name() + "=" + value);
                  }
                  cases.addAll(cases(text));
                });
      }
    }
    return cases;
  }

  @Test
  void noKoreanTextIsEmptyOrLeftInEnglish() {
    Catalogue korean = Catalogue.korean();
    assertThat(korean.keys())
        .filteredOn(key -> !key.endsWith(".example"))
        .allSatisfy(key -> assertThat(korean.page(key)).as(key).isNotBlank());
    assertThat(korean.keys())
        .filteredOn(key -> !key.endsWith(".example") && wordsOf(key).find())
        .allSatisfy(key -> assertThat(korean.page(key)).as(key).matches("(?s).*[가-힣].*"));
  }

  /** Whether an English text has a word outside of its gaps. */
  private static Matcher wordsOf(String key) {
    String text = Objects.requireNonNull(Catalogue.english().page(key));
    return Pattern.compile("[a-z]{2}").matcher(text.replaceAll("\\{[^{}]*}", ""));
  }

  /** It would be wrong after half of the words that may stand there. */
  @Test
  void noParticleStandsAfterAnArgumentInOneFormOnly() {
    Pattern fixed = Pattern.compile("\\w}[\"'`]*(?:은|는|이|가|을|를|과|와|으로|로|이나|나)(?![가-힣])");
    Catalogue korean = Catalogue.korean();
    assertThat(korean.keys())
        .filteredOn(key -> !key.endsWith(".example"))
        .allSatisfy(key -> assertThat(korean.page(key)).as(key).doesNotContainPattern(fixed));
  }

  @Test
  void aLocaleChoosesItsLanguageAndAnyOtherEnglish() {
    assertThat(Catalogue.of(Locale.KOREA)).isSameAs(Catalogue.korean());
    assertThat(Catalogue.of(Locale.KOREAN)).isSameAs(Catalogue.korean());
    assertThat(Catalogue.of(Locale.UK)).isSameAs(Catalogue.english());
    assertThat(Catalogue.of(Locale.FRENCH)).isSameAs(Catalogue.english());
    assertThat(Catalogue.of(Locale.ROOT)).isSameAs(Catalogue.english());
  }

  @Test
  void namesOfCodesAreUnique() {
    assertThat(Catalogue.TextCodes.all().map(TextCode::name))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(100);
  }

  @Test
  void everyTextIsATemplate() {
    assertThat(Catalogue.english().keys())
        .filteredOn(key -> !key.endsWith(".example"))
        .allSatisfy(key -> assertThat(Catalogue.english().template(key).parts()).isNotEmpty());
    assertThat(Catalogue.korean().keys())
        .filteredOn(key -> !key.endsWith(".example"))
        .allSatisfy(key -> assertThat(Catalogue.korean().template(key).parts()).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyFindingSaysWholeSentences(FindingCode code) {
    Finding finding = FindingPages.example(code);
    assertThat(finding.message()).matches("(?s)[A-Z0-9].*\\.").doesNotContain("  ", "{", "null");
    assertThat(finding.advice()).matches("(?s)[A-Z].*\\.").doesNotContain("  ", "{", "null");
    if (finding.snippet() != null) {
      assertThat(finding.snippet()).matches("\\S.*[^.\\s]").doesNotContain("  ", "{", "null");
    }
    assertThat(Catalogue.english().page(code + ".meaning")).matches("(?s)[A-Z].*\\.");
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyFindingSaysWholeSentencesInKorean(FindingCode code) {
    Finding finding = FindingPages.example(code);
    Catalogue korean = Catalogue.korean();
    String end = "(?s).*[가-힣].*(?:다|오|\\w|\\))\\.";
    assertThat(finding.message(korean)).matches(end).doesNotContain("  ", "{", "}", "null");
    assertThat(finding.advice(korean)).matches(end).doesNotContain("  ", "{", "}", "null");
    assertThat(korean.page(code + ".meaning")).matches("(?s).*[가-힣].*(?:다|오)(?:\\(.*\\))?\\.");
  }

  @Test
  void sentencesWithinSentencesAreInTheSameLanguage() {
    Sentence work = Sentence.of(VerdictCode.DOING, "work", "TRAIN");
    Sentence sentence = Sentence.of(VerdictCode.RAN_TOO_LONG, "work", work, "limit", 60);
    assertThat(sentence.text(Catalogue.korean()))
        .isEqualTo("훈련이 허용된 60초를 넘겨 중단되었습니다. 더 작은 모델을 사용하십시오.");
    assertThat(Sentence.text(List.of(work, work), Catalogue.korean())).isEqualTo("훈련 훈련");
  }

  @Test
  void sizesAndListsAreInTheLanguageOfTheText() {
    Finding numbers =
        Finding.of(
            FindingCode.BUILT_IN_NUMBERS,
            "bytes",
            20_000,
            "trained",
            1_300,
            "known",
            true,
            "labels",
            40);
    assertThat(numbers.message(Catalogue.korean()))
        .isEqualTo(
            "모델에 훈련으로 얻지 않은 수가 압축한 크기로 19.6 KiB 들어 있습니다. 훈련된 가중치는 1,300바이트이고"
                + " 비공개 세트의 레이블은 40바이트입니다.");
    assertThat(Finding.of(FindingCode.NOTHING_TO_TRAIN).andMore(3).message(Catalogue.korean()))
        .isEqualTo("모델에 훈련할 수 있는 가중치가 없습니다. 같은 문제가 3곳 더 있습니다.");
  }

  @Test
  void aMissingArgumentIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Finding.of(FindingCode.NOT_LEARNING, "loss", 0.5))
        .withMessage("NOT_LEARNING needs the arguments [epochs, loss]. Received: [loss]");
  }

  @Test
  void anUnknownCodeIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sentence("NO_SUCH_CODE", Map.of()))
        .withMessage("There is no text with the code NO_SUCH_CODE.");
  }

  @Test
  void anArgumentOfAnotherTypeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sentence.of(FaultCode.OTHER_FAILURE, "reason", Thread.currentThread()))
        .withMessageContaining("the argument reason of OTHER_FAILURE must be");
  }

  @Test
  void aSentenceIsWhatItWasAfterJsonHasMadeMapsOfIt() {
    Sentence inner = Sentence.of(VerdictCode.DOING, "work", "TRAIN");
    Sentence outer = Sentence.of(VerdictCode.RAN_TOO_LONG, "work", inner, "limit", 60);
    Map<String, Object> read =
        Map.of("limit", 60, "work", Map.of("code", "DOING", "arguments", Map.of("work", "TRAIN")));
    assertThat(new Sentence("RAN_TOO_LONG", read)).isEqualTo(outer);
    assertThat(outer.text())
        .isEqualTo(
            "Training took longer than the 60 s allowed and was stopped. Use a smaller model.");
  }

  @Test
  void aFindingAsASentenceIsItsMessageAndItsAdvice() {
    Finding finding = Finding.of(FindingCode.NOTHING_TO_TRAIN);
    assertThat(Sentence.of(finding).text())
        .isEqualTo("The model has no trainable weights. Add a Dense layer.");
  }

  @Test
  void whatSeveralMembersOrPlacesShareIsSaidOnce() {
    Finding finding = Finding.of(FindingCode.NOTHING_TO_TRAIN);
    assertThat(finding.sharedBy(3, 5).message())
        .isEqualTo("3 of 5 members show the same. The first: The model has no trainable weights.");
    assertThat(finding.andMore(1).message())
        .isEqualTo("The model has no trainable weights. One more place is affected.");
    assertThat(finding.andMore(1200).message()).endsWith(" 1,200 more places are affected.");
  }

  @Test
  void textsThatQuoteTooMuchAreCut() {
    String text = Sentence.of(FaultCode.OTHER_FAILURE, "reason", "x".repeat(10_000)).text();
    assertThat(text).hasSize(8004).endsWith("x ...");
  }
}
