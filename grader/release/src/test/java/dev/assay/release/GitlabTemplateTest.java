package dev.assay.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The template for GitLab against GitLab's rules, and its script in a clean folder.
 *
 * @see <a href="https://docs.gitlab.com/ci/yaml/">CI/CD YAML syntax, GitLab Docs</a>
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the template runs on Linux")
class GitlabTemplateTest {
  @TempDir private Path folder;

  private static JsonNode job() throws IOException {
    JsonNode template = Yaml.read(Repository.HOME.resolve(".gitlab/grade.yml"));
    assertThat(Yaml.keys(template)).containsExactly("assay-grade");
    return template.path("assay-grade");
  }

  private static List<String> script(String part) throws IOException {
    List<String> commands = new ArrayList<>();
    job().path(part).forEach(command -> commands.add(command.asText()));
    return commands;
  }

  @Test
  void theJobHasKeywordsOfGitlabAndStrings() throws IOException {
    JsonNode job = job();
    assertThat(Yaml.keys(job))
        .containsExactlyInAnyOrder(
            "image", "variables", "cache", "before_script", "script", "artifacts");
    assertThat(job.path("variables")).allMatch(JsonNode::isTextual);
    assertThat(Yaml.keys(job.path("cache"))).containsExactlyInAnyOrder("key", "paths", "when");
    assertThat(Yaml.keys(job.path("artifacts")))
        .containsExactlyInAnyOrder("when", "expose_as", "paths", "reports");
    assertThat(job.at("/artifacts/when").asText()).isEqualTo("always");
    // GitLab caches and keeps only what lies in the project, named by relative paths.
    for (String list : List.of("/cache/paths", "/artifacts/paths")) {
      assertThat(job.at(list)).hasSize(1).allMatch(path -> path.asText().matches("[\\w.-]+/"));
    }
    assertThat(job.has("allow_failure")).isFalse();
  }

  @Test
  void theShellReadsEveryCommand() throws Exception {
    for (String part : List.of("before_script", "script")) {
      assertThat(script(part)).isNotEmpty();
      for (String command : script(part)) {
        Shell.checkSyntax(part, command);
      }
    }
  }

  private Shell.Ended run(String part, Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    JsonNode variables = job().path("variables");
    Yaml.keys(variables).forEach(key -> environment.put(key, variables.path(key).asText()));
    environment.putAll(more);
    return Shell.run(String.join("\n", script(part)), folder, environment);
  }

  private void standIn(int code) throws IOException {
    Path program = folder.resolve(".assay/home/assay");
    Files.createDirectories(program.resolveSibling("shared/natives"));
    Files.writeString(program, "#!/bin/sh\nfor a; do echo \"<$a>\"; done\nexit " + code + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void theExitCodeOfTheGradingFailsTheJob() throws Exception {
    for (int code : new int[] {0, 1, 3}) {
      standIn(code);
      assertThat(run("script", Map.of()).code()).isEqualTo(code);
    }
  }

  @Test
  void variablesAreArgumentsWhateverTheyContain() throws Exception {
    standIn(0);
    Shell.Ended ended = run("script", Map.of("ASSAY_SUBMISSIONS", "two words $(touch pwned)"));
    assertThat(ended.log())
        .startsWith("<grade>\n<two words $(touch pwned)>\n<--out>\n<assay-results>\n")
        .contains("<strict>", "<gitlab=assay-results/gitlab-junit.xml>");
    assertThat(folder.resolve("pwned")).doesNotExist();
    String report = job().at("/artifacts/reports/junit").asText();
    assertThat(ended.log()).contains("<gitlab=" + report + ">");
  }

  @Test
  void whatTheCacheHasIsNotInstalledAgain() throws Exception {
    standIn(0);
    tools();
    Shell.Ended ended = run("before_script", Map.of());
    assertThat(ended.log()).isEmpty();
    assertThat(ended.code()).isZero();
  }

  @Test
  void aReleaseMustBeNamedWithItsDigest() throws Exception {
    tools();
    Shell.Ended ended = run("before_script", Map.of("ASSAY_ARCHIVE", "https://example.org/a.zip"));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.log()).contains("ASSAY_ARCHIVE_SHA256 to its digest");
  }

  /** Nothing has to be installed for the script. */
  private void tools() throws IOException {
    for (String tool : List.of("bwrap", "curl", "unzip")) {
      Path file = Files.createDirectories(folder.resolve("bin")).resolve(tool);
      Files.writeString(file, "#!/bin/sh\nexit 1\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
  }
}
