package dev.assay.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that an image has to keep; building it needs a network and Docker. */
class DockerfileTest {
  private static final Path HOME = Path.of(System.getProperty("assay.home"));

  /** The instructions, each on one line, without comments. */
  private static List<String> instructions() throws IOException {
    String text = Files.readString(HOME.resolve("grader/release/Dockerfile"));
    return text.replaceAll("(?m)^#.*\\R", "")
        .replaceAll("\\\\\\R\\s*", "")
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static List<String> lastStage() throws IOException {
    List<String> all = instructions();
    int start = 0;
    for (int i = 0; i < all.size(); i++) {
      start = all.get(i).startsWith("FROM ") ? i : start;
    }
    return all.subList(start, all.size());
  }

  @Test
  void itIsBuiltInOneStageAndRunsInAnother() throws IOException {
    assertThat(instructions()).filteredOn(line -> line.startsWith("FROM ")).hasSize(2);
    assertThat(lastStage())
        .noneMatch(line -> line.contains("maven"))
        .noneMatch(line -> line.startsWith("COPY") && !line.startsWith("COPY --from=build "));
  }

  @Test
  void basesHaveAVersionAndNothingIsAdded() throws IOException {
    assertThat(instructions())
        .filteredOn(line -> line.startsWith("FROM "))
        .allMatch(line -> line.matches("FROM [a-z]+:\\d[a-z0-9.-]*( AS [a-z]+)?"));
    assertThat(instructions()).noneMatch(line -> line.startsWith("ADD "));
  }

  @Test
  void itRunsAsNobodyOfTheHost() throws IOException {
    assertThat(lastStage()).contains("USER 10001");
    assertThat(lastStage().get(lastStage().size() - 1)).startsWith("ENTRYPOINT [");
    int user = lastStage().indexOf("USER 10001");
    assertThat(lastStage().subList(user, lastStage().size()))
        .noneMatch(line -> line.startsWith("RUN "));
  }

  @Test
  void layersThatSeldomChangeComeFirst() throws IOException {
    List<String> kinds = new ArrayList<>();
    lastStage().forEach(line -> kinds.add(line.substring(0, line.indexOf(' '))));
    assertThat(kinds.indexOf("RUN")).isLessThan(kinds.indexOf("COPY"));
    assertThat(instructions())
        .filteredOn(line -> line.contains("apt-get install"))
        .hasSize(2)
        .allMatch(
            line ->
                line.contains("apt-get update")
                    && line.contains("--no-install-recommends")
                    && line.endsWith("rm -rf /var/lib/apt/lists/*"));
    assertThat(instructions()).anyMatch(line -> line.contains("--mount=type=cache"));
  }

  @Test
  void whatIsBuiltHereIsNotSentToTheBuild() throws IOException {
    assertThat(Files.readAllLines(HOME.resolve("grader/release/Dockerfile.dockerignore")))
        .contains("**/target", ".git");
  }
}
