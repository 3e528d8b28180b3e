package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.commons.text.DisplayWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say in Korean. */
class KoreanOutputTest {
  @TempDir private Path folder;

  /** Every row's cell of a column begins below its header. */
  private static void assertAligned(List<String> table, String header) {
    int column = DisplayWidth.of(table.get(0).substring(0, table.get(0).indexOf(header)));
    assertThat(table)
        .allSatisfy(line -> assertThat(DisplayWidth.start(line, column)).endsWith("  "));
  }

  @Test
  void theListOfProblemsIsAligned() {
    Run run = Run.of("list", "--lang", "ko");
    assertThat(run.code()).isZero();
    List<String> table = run.out().lines().skip(1).takeWhile(line -> !line.isEmpty()).toList();
    assertThat(table.get(0)).startsWith("문제").contains("데이터", "과제", "합격 기준", "에포크");
    assertAligned(table, "데이터");
    assertAligned(table, "합격 기준");
    assertThat(run.out()).contains("다중 분류", "이진 분류", "회귀", "부동소수점 연산");
    assertThat(run.out().lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
  }

  @Test
  void theListOfDataSetsIsAligned() {
    Run run = Run.of("data", "list", "--lang=ko");
    List<String> table = run.out().lines().toList();
    assertThat(table.get(0)).startsWith("문제").contains("크기", "상태", "제목");
    assertAligned(table, "상태");
    assertThat(run.out()).contains("내장");
  }

  @Test
  void dataIsVerifiedInKorean() {
    assertThat(Run.of("data", "verify", "iris", "--lang", "ko").out())
        .contains("  일치        iris.csv", "파일 1개가 공개된 것과 같습니다.");
    assertThat(Run.of("data", "fetch", "iris", "--lang", "ko").out())
        .isEqualTo("iris/embedded는 Assay에 들어 있어 받을 것이 없습니다.\n");
  }

  @Test
  void aNewAnswerBeginsInKorean() throws IOException {
    Run run = Run.of("new", "iris", "--out", folder, "--lang", "ko");
    assertThat(run.out())
        .startsWith("# 붓꽃(Iris)")
        .contains("IrisAnswer.java로 시작하십시오. 다음 명령: ./assay grade ");
    assertThat(Files.readString(folder.resolve("IrisAnswer.java")))
        .contains("// TODO 에포크 한 번으로는 부족합니다.", "class IrisAnswer implements ModelBuilder");
    assertThat(Run.of("new", "iris", "--out", folder, "--lang", "ko").out())
        .contains("이미 있어 바꾸지 않았습니다", "이어서 작성하십시오");
  }

  @Test
  void whatIsWrongWithAnAnswerIsSaidInKorean() throws IOException {
    SampleAnswers.write(folder, "class IrisAnswer { int x = \"no\"; }");
    Run run = Run.of("check", folder, "--lang", "ko", "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("컴파일 오류. 소스 코드가 컴파일되지 않습니다: 오류 1개.", "IrisAnswer.java:1: 오류: ");
    JsonNode result = new ObjectMapper().readTree(run.out()).at("/results/0");
    assertThat(result.at("/verdict").asText()).isEqualTo("COMPILE_ERROR");
    assertThat(result.at("/message").asText()).startsWith("소스 코드가 컴파일되지 않습니다");
  }

  @Test
  void aGradingIsShownInKorean() throws IOException {
    SampleAnswers.write(folder.resolve("ann"), SampleAnswers.iris(1));
    Path out = folder.resolve("out");
    Run run =
        Run.of("grade", folder.resolve("ann"), "--problem", "iris", "--out", out, "--lang", "ko");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("훈련 예제 80개, 검증 예제 20개, 비공개 예제 50개; 정확도 0.90 이상이면 합격")
        .contains("불합격, 5점 중 ", "비공개 예제 50개 중 ", "개 모자랍니다.", "최고, 저장됨")
        .contains("행: 실제 클래스, 열: 예측한 클래스", "제출물", "1개 중 0개 합격", "결과: ")
        .doesNotContain("Note:", "FAILED", "needed");
  }
}
