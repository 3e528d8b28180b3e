package dev.assay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import dev.assay.cli.sealing.SealedSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** grader/docs/instructors.md is executed: its commands on a sealed set. */
class InstructorsPageTest {
  private static final String FILES = ".*\\.(key|csv|sealed)|submissions|plain";

  @TempDir private Path folder;

  /** The commands are run with files in a folder of the test's own. */
  @Test
  @Tag("exhaustive")
  void aHiddenSetIsSealedGradedOnAndOpenedAgain() throws IOException {
    List<String> commands =
        Snippets.ofPage("grader/docs/instructors.md").commandsOf("./assay seal --new-key");
    assertThat(commands).hasSize(6);
    Files.writeString(folder.resolve("mine.csv"), SealedSamples.IRIS);
    SampleAnswers.write(folder.resolve("submissions"), SampleAnswers.iris(40));
    Files.createDirectory(folder.resolve("plain"));
    for (String command : commands) {
      Run run = Run.of(words(command));
      assertThat(run.code()).as(command + "\n" + run.out() + run.err()).isZero();
    }
    assertThat(folder.resolve("plain/mine.csv")).hasContent(SealedSamples.IRIS);
    assertThat(folder.resolve("out/submissions/iris/result.json"))
        .content()
        .contains("embedded+sealed");
  }

  private Object[] words(String command) {
    return Stream.of(command.split(" "))
        .skip(1)
        .map(word -> word.matches(FILES) ? folder.resolve(word).toString() : word)
        .map(word -> word.equals("grade") ? "grade\n--out\n" + folder.resolve("out") : word)
        .flatMap(String::lines)
        .toArray();
  }
}
