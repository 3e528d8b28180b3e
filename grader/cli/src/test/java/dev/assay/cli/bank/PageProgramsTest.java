package dev.assay.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.bank.Bank.Kind;
import dev.assay.findings.FindingCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The programs on the pages of findings are answers of the bank; {@code
 * -Dtest.argLine=-Dassay.goldens=write} copies them anew.
 */
class PageProgramsTest {
  private static final List<String> GENERATED =
      List.of("example.problem", "example.code", "example.fixed");

  private static Map<String, BankAnswer> bank() throws IOException {
    return Stream.concat(Bank.answers(Kind.MISTAKES).stream(), Bank.answers(Kind.EXAMPLES).stream())
        .collect(Collectors.toMap(BankAnswer::name, Function.identity()));
  }

  @Test
  void programsAreThoseOfTheBank() throws IOException {
    PagesFile file = PagesFile.read();
    Map<String, BankAnswer> bank = bank();
    for (FindingCode code : FindingCode.values()) {
      GENERATED.forEach(part -> file.remove(code, part));
      if (!file.bank(code).isEmpty()) {
        BankAnswer answer =
            Objects.requireNonNull(bank.get(file.bank(code)), "the bank's answer for " + code);
        assertThat(answer.codes()).as(answer.name()).containsExactly(code.name());
        file.put(code, "example.problem", answer.problem());
        file.put(code, "example.code", CodeLayout.of(answer));
        file.put(code, "example.fixed", CodeLayout.of(answer.fixed()));
      }
    }
    if ("write".equals(System.getProperty("assay.goldens"))) {
      file.write();
    }
    assertThat(PagesFile.written())
        .as("pages.properties: copy the programs anew, as it says itself")
        .isEqualTo(file.text());
  }

  /** A finding with an answer of its own has a page with a program. */
  @Test
  void everyFindingOfTheBankIsOnAPage() throws IOException {
    PagesFile file = PagesFile.read();
    assertThat(bank().values())
        .filteredOn(answer -> answer.codes().size() == 1)
        .extracting(answer -> FindingCode.valueOf(answer.codes().get(0)))
        .allSatisfy(code -> assertThat(file.bank(code)).as(code.name()).isNotEmpty());
  }

  /** An example that no page shows tests nothing. */
  @Test
  void everyExampleIsOnAPage() throws IOException {
    PagesFile file = PagesFile.read();
    assertThat(Bank.answers(Kind.EXAMPLES))
        .allSatisfy(
            answer ->
                assertThat(file.bank(FindingCode.valueOf(answer.codes().get(0))))
                    .isEqualTo(answer.name()));
  }

  @Test
  void argumentsAreSplitOutsideOfParenthesesAndQuotes() {
    assertThat(CodeLayout.split("a(1, 2), b.of(\",\", {3, 4}), c", ','))
        .containsExactly("a(1, 2)", "b.of(\",\", {3, 4})", "c");
    assertThat(CodeLayout.split("A.b(0.5).c(\"x.y\")", '.'))
        .containsExactly("A", "b(0.5)", "c(\"x.y\")");
  }
}
