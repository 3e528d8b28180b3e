package dev.assay.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.findings.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language, the folder for results and the folders of candidates. */
class TestSettingsTest {
  @TempDir private Path folder;

  @Test
  void thePropertysLanguageComesFirstThenTheEnvironmentsThenJavas() {
    Map<String, String> korean = Map.of("LANG", "ko_KR.UTF-8");
    Catalogue texts = Catalogue.korean();
    assertThat(TestLanguage.of("ko", Map.of(), Locale.UK)).isSameAs(texts);
    assertThat(TestLanguage.of("", korean, Locale.UK)).isSameAs(texts);
    assertThat(TestLanguage.of("", Map.of(), Locale.KOREA)).isSameAs(texts);
    assertThat(TestLanguage.of("en", korean, Locale.KOREA)).isSameAs(Catalogue.english());
    assertThat(TestLanguage.of("", Map.of("LC_ALL", "C", "LANG", "ko_KR"), Locale.KOREA))
        .isSameAs(Catalogue.english());
  }

  @ParameterizedTest
  @CsvSource({"pom.xml, target", "build.gradle, build", "build.gradle.kts, build"})
  void resultsAreInTheBuildsFolder(String file, String build) throws Exception {
    Files.writeString(folder.resolve(file), "");
    assertThat(ReportsFolder.inBuildOf(folder)).isEqualTo(folder.resolve(build).resolve("assay"));
  }

  @Test
  void aTestChoosesTheFolderForResults() {
    assertThat(ReportsFolder.of(folder)).isEqualTo(folder);
  }

  @Test
  void candidatesAreTheFoldersWithSources() throws Exception {
    for (String name : new String[] {"b", "가", "src", "target", ".idea"}) {
      Answers.write(folder.resolve(name), "class A {}");
    }
    Files.createDirectories(folder.resolve("empty"));
    assertThat(CandidateFolders.in(folder))
        .containsExactly(folder.resolve("b"), folder.resolve("가"));
  }

  @Test
  void aFolderWithoutCandidatesIsAnError() {
    for (Path wrong : new Path[] {folder, folder.resolve("nowhere")}) {
      assertThatThrownBy(() -> GradedAnswers.ofFoldersIn(wrong))
          .isInstanceOf(GraderErrorException.class)
          .hasMessageContaining(wrong.toString());
    }
  }

  @Test
  void wrongArgumentsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(GradedAnswers::of)
        .withMessage("paths must name at least one answer. Received: none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradedAnswers.of(folder).jobs(0))
        .withMessage("jobs must be positive. Received: 0");
  }
}
