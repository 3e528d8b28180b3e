package dev.assay.findings;

import dev.assay.findings.pages.FindingPage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The pages of the findings, in English and in Korean. */
final class FindingPages {
  private static final Catalogue TEXTS = Catalogue.english();
  private static final Concepts CONCEPTS = Concepts.english();
  private static final Concepts KOREAN_CONCEPTS = Concepts.korean();
  private static final PageSections EXAMPLES =
      new PageSections(
          "An example program",
          "An answer to %s with the mistake (-) and its fix (+):",
          Map.of(
              "val_loss",
              "Validation loss",
              "val_accuracy",
              "Validation accuracy",
              "members",
              "Validation loss of the members, one training after the other,"),
          "%s by epoch, before the fix and after it:",
          "The program with the mistake is not trained. %s by epoch after the fix:",
          "The arrow marks the epoch that is graded.",
          "Sources");
  private static final PageSections KOREAN_EXAMPLES =
      new PageSections(
          "예제 프로그램",
          "%s 답안의 잘못된 줄(-)과 고친 줄(+):",
          Map.of(
              "val_loss",
              "검증 손실",
              "val_accuracy",
              "검증 정확도",
              "members",
              "구성 모델의 검증 손실(훈련을 차례로 이은 것)"),
          "고치기 전과 고친 뒤의 에포크별 %s:",
          "고치기 전 프로그램은 훈련하지 않습니다. 고친 뒤의 에포크별 %s:",
          "화살표는 채점하는 에포크입니다.",
          "출처");

  private FindingPages() {}

  /** The finding with the arguments of the catalogue's example. */
  static Finding example(FindingCode code) {
    return new FindingPage(code, TEXTS).example();
  }

  private static String text(FindingCode code, String part) {
    return Objects.requireNonNull(TEXTS.page(code + "." + part), code + "." + part);
  }

  /** The page of a code. */
  static String page(FindingCode code) {
    Finding finding = example(code);
    return """
        <!-- Generated from the catalogue by FindingPagesTest; see README.md. -->
        # %s

        *%s, found by %s.*

        ## What it means

        %s

        ## An example

        > %s

        ## What to do

        %s
        """
            .formatted(
                code,
                severity(code),
                stage(code),
                text(code, "meaning"),
                finding.message(),
                Objects.requireNonNull(finding.advice()))
        + code(finding)
        + EXAMPLES.sections(new FindingPage(code, TEXTS))
        + CONCEPTS.section(code);
  }

  /** The line of code to try, below the advice; empty where there is none. */
  private static String code(Finding finding) {
    String snippet = finding.snippet();
    return snippet == null ? "" : "\n```java\n" + snippet + "\n```\n";
  }

  /** The page of a code in Korean. */
  static String koreanPage(FindingCode code) {
    Finding finding = example(code);
    Catalogue korean = Catalogue.korean();
    return """
        <!-- Generated from the catalogue by FindingPagesTest; see ../README.md. -->
        # %s

        *%s. 찾는 단계: %s.* [English](../%s.md)

        ## 뜻

        %s

        ## 예

        > %s

        ## 할 일

        %s
        """
            .formatted(
                code,
                koreanSeverity(code),
                koreanStage(code),
                code,
                Objects.requireNonNull(korean.page(code + ".meaning")),
                finding.message(korean),
                Objects.requireNonNull(finding.advice(korean)))
        + code(finding)
        + KOREAN_EXAMPLES.sections(new FindingPage(code, korean))
        + KOREAN_CONCEPTS.section(code);
  }

  private static String koreanSeverity(FindingCode code) {
    return new FindingPage(code, Catalogue.korean()).severity();
  }

  private static String koreanStage(FindingCode code) {
    return new FindingPage(code, Catalogue.korean()).stage();
  }

  private static String severity(FindingCode code) {
    return new FindingPage(code, TEXTS).severity();
  }

  private static String stage(FindingCode code) {
    return new FindingPage(code, TEXTS).stage();
  }

  /** The list of all codes. */
  static String index() {
    return """
        # Findings

        What the grader can notice about an answer. A result names each finding by its code and arguments; these pages are
        generated from the catalogue of texts, `grader/findings/src/main/resources/dev/assay/findings/texts.properties`,
        those in [Korean](ko/README.md) from `texts_ko.properties`, and lead to the
        [concepts](../../docs/concepts/README.md) that link to them. Programs, curves and sources are in `pages.properties`;
        tests run the programs. `assay explain CODE` shows a page in the terminal. After a change write them anew:

        ```
        mvn -Dquick -pl grader/findings -am test -Dtest=FindingPagesTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.argLine=-Dassay.goldens=write
        ```

        | code | severity | stage |
        |---|---|---|
        """
        + rows();
  }

  /** The list of all codes in Korean. */
  static String koreanIndex() {
    String rows =
        Arrays.stream(FindingCode.values())
            .map(
                code ->
                    "| [%s](%s.md) | %s | %s |\n"
                        .formatted(
                            code,
                            code,
                            koreanSeverity(code).replaceFirst(":.*", ""),
                            koreanStage(code)))
            .collect(Collectors.joining());
    return """
        <!-- Generated from the catalogue by FindingPagesTest; see ../README.md. -->
        # 진단

        채점기가 답안에서 찾을 수 있는 문제의 목록입니다. [English](../README.md)

        | 코드 | 심각도 | 찾는 단계 |
        |---|---|---|
        """
        + rows;
  }

  private static String rows() {
    return Arrays.stream(FindingCode.values())
        .map(
            code ->
                "| [%s](%s.md) | %s | %s |\n"
                    .formatted(
                        code,
                        code,
                        code.severity().name().toLowerCase(Locale.ROOT),
                        code.stage().name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining());
  }
}
