package dev.assay.findings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pages of the findings, in English and in Korean. */
final class FindingPages {
  private static final Catalogue TEXTS = Catalogue.english();
  private static final Concepts CONCEPTS = new Concepts();

  private FindingPages() {}

  /** The finding with the arguments of the catalogue's example. */
  static Finding example(FindingCode code) {
    return new Finding(code, code.severity(), arguments(text(code, "example")));
  }

  private static String text(FindingCode code, String part) {
    return Objects.requireNonNull(TEXTS.page(code + "." + part), code + "." + part);
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
        + CONCEPTS.section(code);
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
            Objects.requireNonNull(finding.advice(korean)));
  }

  private static String koreanSeverity(FindingCode code) {
    return switch (code.severity()) {
      case INFO -> "참고: 알아 두면 좋으며, 할 일은 없습니다";
      case WARNING -> "경고: 판정을 정하지는 않지만, 점수가 깎일 수 있습니다";
      case ERROR -> "오류: 판정을 정합니다";
    };
  }

  private static String koreanStage(FindingCode code) {
    return switch (code.stage()) {
      case PROCESS -> "프로세스를 시작하는 모든 단계";
      case INSPECT -> "훈련 전의 검사(`assay check`에도 나옵니다)";
      case TRAIN -> "훈련 프로세스";
      case JUDGE -> "점수와 훈련 기록의 판정";
      case AUDIT -> "내장된 수의 감사";
    };
  }

  private static String severity(FindingCode code) {
    return switch (code.severity()) {
      case INFO -> "Info: worth knowing, nothing to do";
      case WARNING -> "Warning: does not decide the verdict, but probably costs points";
      case ERROR -> "Error: decides the verdict";
    };
  }

  private static String stage(FindingCode code) {
    return switch (code.stage()) {
      case PROCESS -> "any stage that starts a process";
      case INSPECT -> "the inspection before training (`assay check` shows it too)";
      case TRAIN -> "the training process";
      case JUDGE -> "judging the score and the history";
      case AUDIT -> "the audit of built-in numbers";
    };
  }

  /** The list of all codes. */
  static String index() {
    return """
        # Findings

        What the grader can notice about an answer. A result names each finding by its code and arguments; these pages are
        generated from the catalogue of texts, `grader/findings/src/main/resources/dev/assay/findings/texts.properties`,
        and those in [Korean](ko/README.md) from `texts_ko.properties`. After a change write them anew:

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

        | 코드 | 정도 | 찾는 단계 |
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
