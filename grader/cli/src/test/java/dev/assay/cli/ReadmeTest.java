package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** README.md is executed: help texts are the real ones, and answers can be graded. */
class ReadmeTest {
  @TempDir private Path folder;

  private static Snippets readme() throws IOException {
    return new Snippets(Files.readString(Path.of(System.getProperty("assay.home"), "README.md")));
  }

  @TestFactory
  Stream<DynamicTest> helpTextsAreTheRealOnes() {
    return Stream.of(
            new String[] {"--help"},
            new String[] {"grade", "--help"},
            new String[] {"export-model", "--help"})
        .map(
            args -> {
              String command = "./assay " + String.join(" ", args);
              return DynamicTest.dynamicTest(
                  command,
                  () ->
                      assertThat(readme().outputsOf(command))
                          .as("outputs of `%s` in README.md", command)
                          .isNotEmpty()
                          .allSatisfy(
                              text -> assertThat(text).isEqualTo(Run.of((Object[]) args).out())));
            });
  }

  @Test
  void answersCompileAndPassTheCheck() throws IOException {
    List<String> answers = readme().answers();
    assertThat(answers).as("Java blocks with @Answers in README.md").isNotEmpty();
    for (int i = 0; i < answers.size(); i++) {
      Path submission = Files.createDirectories(folder.resolve("readme-" + i));
      Files.writeString(submission.resolve(Snippets.fileName(answers.get(i))), answers.get(i));
      Run run = Run.of("check", submission);
      assertThat(run.code()).as(run.out() + run.err()).isZero();
    }
  }
}
