package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.data.DataNames;
import dev.assay.cli.data.DataSets;
import dev.assay.commons.text.DisplayWidth;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.findings.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
  void theDetailsOfADataSetAreInKorean() {
    assertThat(Run.of("data", "list", "iris", "--lang", "ko").out())
        .contains("형태 (4), float32, 0.1~7.9: sepal_length")
        .contains("species, 클래스 3개: 0 setosa", "iris/에 3.9 kB", "iris.csv, 3,858바이트")
        .contains("150행 중 50행은 비공개, 20행은 검증용; 클래스의 비율을 지키며")
        .doesNotContain("shape", "classes", "hidden", "bytes");
    assertThat(Run.of("data", "list", "basic-regression", "--lang", "ko").out())
        .contains("hwy, 단위가 고속도로에서 갤런당 마일인 수")
        .doesNotContain("a number", "hidden");
  }

  @Test
  void everyUnitAndEveryTitleThatIsNoNameIsThereInKorean() {
    Set<String> names = Set.of("Auto MPG", "Fashion-MNIST", "MNIST");
    List<DatasetEntry> entries = DataSets.standard().entries();
    assertThat(entries)
        .hasSizeGreaterThanOrEqualTo(9)
        .filteredOn(entry -> !names.contains(entry.title()))
        .allMatch(entry -> DataNames.title(entry, Catalogue.korean()).matches(".*[가-힣].*"));
    assertThat(entries)
        .extracting(entry -> DataNames.unit(entry.target(), Catalogue.korean()))
        .allMatch(unit -> unit.isEmpty() || unit.matches(".*[가-힣].*"))
        .contains("갤런당 마일", "10만 미국 달러");
    assertThat(entries)
        .allMatch(entry -> DataNames.title(entry, Catalogue.english()).equals(entry.title()));
  }

  @Test
  void dataThatIsMissingOrDamagedIsNamedInKorean() throws IOException {
    Run missing =
        Run.of("grade", "--problem", "mnist", "--data", "full", "--data-dir", folder, "--lang=ko");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err())
        .contains("MNIST 데이터가 완전하지 않습니다.", "mnist 폴더가 없습니다.", "--data-dir DIR로 지정하십시오.")
        .doesNotContain("Missing", "Get it");
    Files.writeString(Files.createDirectories(folder.resolve("auto-mpg")).resolve("mpg.csv"), "a");
    Run damaged =
        Run.of(
            "grade",
            "--problem",
            "basic-regression",
            "--data=full",
            "--data-dir",
            folder,
            "--lang",
            "ko",
            "--out",
            folder.resolve("out"));
    assertThat(damaged.out() + damaged.err())
        .contains("mpg.csv, 1번 줄: 헤더가 mpg,", "없는 열: [mpg, ")
        .doesNotContain("expected", "line 1");
  }

  @Test
  void examplesThatCannotBeSealedAreNamedInKorean() throws IOException {
    Path key = folder.resolve("key");
    assertThat(Run.of("seal", "--new-key", key, "--lang", "ko").out())
        .startsWith("새 키 ")
        .contains("에 저장했습니다.")
        .doesNotContain("key ");
    Path table = Files.writeString(folder.resolve("mine.csv"), "a;b\n1,5;2\n");
    Run run =
        Run.of(
            "seal",
            "iris",
            "--table",
            table,
            "--out",
            folder.resolve("x"),
            "--key-file",
            key,
            "--lang",
            "ko");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("세미콜론으로 나뉘어 있고, 소수점에 쉼표를 썼습니다(1,5).");
    Run none =
        Run.of(
            "seal",
            "iris",
            "--table",
            folder.resolve("no"),
            "--out",
            folder.resolve("x"),
            "--key-file",
            key,
            "--lang",
            "ko");
    assertThat(none.err()).contains("no를 읽을 수 없습니다: 그런 파일이나 폴더가 없습니다");
    Run noKey =
        Run.of(
            "seal",
            "iris",
            "--table",
            table,
            "--out",
            folder.resolve("x"),
            "--key-env",
            "ASSAY_NO_SUCH_KEY",
            "--lang",
            "ko");
    assertThat(noKey.err()).contains("환경 변수 ASSAY_NO_SUCH_KEY가 설정되지 않았거나 비어 있습니다.");
  }

  @Test
  void aProgramThatCannotBeRunIsToldWhyInKorean() throws IOException {
    Path program = folder.resolve("One.java");
    assertThat(Run.of("run", "--lang", "ko", program).err())
        .contains("파일이나 폴더가 없습니다: ", "Java 파일이 든 폴더를 지정하십시오.");
    assertThat(Run.of("run", "--lang", "ko", folder).err()).contains("에 Java 파일이 없습니다.");
    Files.writeString(program, "class One {}");
    assertThat(Run.of("run", "--lang", "ko", program).err()).contains("에 main 메서드가 없습니다.");
    Files.writeString(program, "class One { Two two; }");
    Files.writeString(folder.resolve("Two.java"), "class Two {}");
    assertThat(Run.of("run", "--lang", "ko", program).err()).contains("One.java만 컴파일했습니다.");
  }

  @Test
  void aCheckShowsTheModelInKorean() throws IOException {
    SampleAnswers.write(folder, SampleAnswers.iris(1));
    Run run = Run.of("check", folder, "--lang", "ko");
    List<String> table = run.out().lines().filter(line -> line.matches(" +[┏┃┡│├└].*")).toList();
    assertThat(table.get(1)).contains("층 (종류)", "출력 형태", "파라미터 수");
    assertThat(table).extracting(DisplayWidth::of).containsOnly(DisplayWidth.of(table.get(0)));
    assertThat(run.out())
        .contains("전체 파라미터: ", "훈련되는 파라미터: ", "훈련되지 않는 파라미터: ")
        .doesNotContain("params", "Layer", "Shape");
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
        .contains("불합격, 5점 중 ", "개 모자랍니다.", "최고, 저장됨")
        .contains("\n  지표        비공개 예제 50개 중 ", "\n  채점 경과   ", "\n  다음 할 일  ")
        .contains("행: 실제 클래스, 열: 예측한 클래스", "제출물", "1개 중 0개 합격", "결과: ")
        .doesNotContain("Note:", "FAILED", "needed");
  }
}
