package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * grader/docs/commands.md has the help of every command. Write it anew with {@code
 * -Dtest.argLine=-Dassay.goldens=write}.
 */
class CommandsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("assay.home"), "grader/docs/commands.md");

  private static final Map<String, String> HELPS = CommandsPage.helps();

  @Test
  void thePageIsWhatTheCommandsSay() throws IOException {
    String page = CommandsPage.text(HELPS);
    if ("write".equals(System.getProperty("assay.goldens"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
        .as("grader/docs/commands.md: write the page anew, as it says itself")
        .isEqualTo(page);
  }

  @Test
  void everyCommandIsThereButTheOneThatTheLauncherCalls() {
    assertThat(HELPS.keySet())
        .contains("", "grade", "check", "data fetch", "export-model", "rotate")
        .doesNotContain("prepare")
        .hasSizeGreaterThanOrEqualTo(16);
    assertThat(HELPS).allSatisfy((command, help) -> assertThat(help).startsWith("Usage: assay"));
  }
}
