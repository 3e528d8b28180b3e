package dev.assay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @Test
  void theLocaleChoosesTheLanguageAndAnyOtherEnglish() {
    assertThat(Language.of(Locale.KOREA)).isEqualTo(Language.KO);
    assertThat(Language.of(Locale.US)).isEqualTo(Language.EN);
    assertThat(Language.of(Locale.FRANCE)).isEqualTo(Language.EN);
    assertThat(Language.of(Locale.ROOT)).isEqualTo(Language.EN);
  }

  @ParameterizedTest
  @CsvSource({
    "LANG, ko_KR.UTF-8, KO",
    "LANG, ko, KO",
    "LC_ALL, ko_KR, KO",
    "LC_MESSAGES, en_US.UTF-8, EN",
    "LANG, fr_FR.UTF-8, EN",
    "LANG, C.UTF-8, EN",
    "LANG, C, EN",
    "LANG, '', KO",
    "OTHER, en_US, KO",
  })
  void theEnvironmentChoosesBeforeTheSystem(String name, String value, Language expected) {
    assertThat(Language.of(Map.of(name, value), Locale.KOREA)).isEqualTo(expected);
  }

  @Test
  void theStrongerVariableCounts() {
    Map<String, String> both = Map.of("LANG", "en_US.UTF-8", "LC_ALL", "ko_KR.UTF-8");
    assertThat(Language.of(both, Locale.US)).isEqualTo(Language.KO);
  }

  @ParameterizedTest
  @CsvSource({
    "list --lang ko, KO",
    "list --lang=KO, KO",
    "--lang ko list, KO",
    "list --lang en, EN",
    "list, EN",
    "list --lang, EN",
    "list --lang fr, EN",
    "grade -- --lang ko, EN",
    "run --lang ko Main.java, KO",
    "run Main.java --lang ko, EN",
  })
  void aCommandLineChoosesItsLanguage(String command, Language expected) {
    assertThat(Language.asked(Language.EN, command.split(" "))).isEqualTo(expected);
  }

  @Test
  void withoutTheOptionTheUsualLanguageIsUsed() {
    assertThat(Language.asked(Language.KO, "list")).isEqualTo(Language.KO);
    assertThat(Language.asked(Language.KO, "list", "--lang", "en")).isEqualTo(Language.EN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grade --jobs x | --jobs에는 1 이상의 정수가 필요합니다. 받은 값: x",
        "grade --json=yes | --json에는 값을 줄 수 없습니다. 받은 값: yes",
        "grade --problm iris | `assay grade`에는 옵션 --problm이 없습니다. 혹시 --problem을 쓰려고 했습니까?",
        "check x --problem irsi | 알 수 없는 문제입니다: irsi. 사용할 수 있는 것: basic-regression",
        "grade --resume | --resume에는 이어서 할 채점의 폴더를 지정하는 --out이 필요합니다.",
        "check nothere | 파일이나 폴더가 없습니다: nothere.",
        "list iris | `assay list`는 iris를 받지 않습니다.",
        "check | `assay check`에는 다음이 필요합니다: SUBMISSION.",
        "unseal | `assay unseal`에는 다음이 필요합니다: --out DIR과 FILE.",
      })
  void complaintsAreInTheLanguageToo(String command, String message) {
    Run run = Run.of((Object[]) (command + " --lang ko").split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("assay: " + message).contains("--help`를 참고하십시오.");
  }

  @Test
  void aLanguageThatAssayDoesNotSpeakIsNamed() {
    Run run = Run.of("list", "--lang", "fr");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("assay: --lang must be one of en, ko. Received: fr");
  }
}
