package dev.assay.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
  private static final Set<String> SHARED =
      Set.of("AND_MORE", "OR", "NOT_A_NUMBER", "SHARED_BY_MEMBERS", "MORE_OF_THIS_KIND");

  private static Stream<String> keys(TextCode code) {
    return code instanceof FindingCode
        ? Stream.of(".message", ".advice", ".meaning", ".example").map(code.name()::concat)
        : Stream.of(code.name());
  }

  @Test
  void everyCodeHasItsTextsAndNothingElseIsThere() {
    Set<String> needed = new TreeSet<>(SHARED);
    TextCodes.all().flatMap(CatalogueTest::keys).forEach(needed::add);
    assertThat(Catalogue.english().keys()).containsExactlyElementsOf(needed);
  }

  @Test
  void namesOfCodesAreUnique() {
    assertThat(TextCodes.all().map(TextCode::name)).doesNotHaveDuplicates().hasSizeGreaterThan(100);
  }

  @Test
  void everyTextIsATemplate() {
    assertThat(Catalogue.english().keys())
        .filteredOn(key -> !key.endsWith(".example"))
        .allSatisfy(key -> assertThat(Catalogue.english().template(key).parts()).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyFindingSaysWholeSentences(FindingCode code) {
    Finding finding = FindingPages.example(code);
    assertThat(finding.message()).matches("(?s)[A-Z0-9].*\\.").doesNotContain("  ", "{", "null");
    assertThat(finding.advice()).matches("(?s)[A-Z].*\\.").doesNotContain("  ", "{", "null");
    assertThat(Catalogue.english().page(code + ".meaning")).matches("(?s)[A-Z].*\\.");
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
