package dev.assay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** grader/docs/students.md is executed: its answers can be graded. */
class StudentsPageTest {
  @Test
  @Tag("exhaustive")
  void answersCompileAndPassTheCheck(@TempDir Path folder) throws IOException {
    List<String> answers = Snippets.ofPage("grader/docs/students.md").answers();
    assertThat(answers).as("Java blocks with @Answers").hasSizeGreaterThanOrEqualTo(2);
    for (int i = 0; i < answers.size(); i++) {
      Path submission = Files.createDirectories(folder.resolve("answer-" + i));
      Files.writeString(submission.resolve(Snippets.fileName(answers.get(i))), answers.get(i));
      Run run = Run.of("check", submission);
      assertThat(run.code()).as(run.out() + run.err()).isZero();
    }
  }
}
