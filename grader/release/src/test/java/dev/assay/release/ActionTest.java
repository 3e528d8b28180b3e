package dev.assay.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The composite action against GitHub's rules.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax">Metadata
 *     syntax, GitHub Docs</a>
 */
class ActionTest {
  private static final Set<String> STEP_KEYS =
      Set.of(
          "id",
          "name",
          "if",
          "run",
          "shell",
          "uses",
          "with",
          "env",
          "working-directory",
          "continue-on-error");

  private static JsonNode action() throws IOException {
    return Yaml.read(Repository.ACTION.resolve("action.yml"));
  }

  private static List<JsonNode> steps() throws IOException {
    List<JsonNode> steps = new ArrayList<>();
    action().path("runs").path("steps").forEach(steps::add);
    return steps;
  }

  @Test
  void itIsACompositeActionWithTheKeysThatGithubKnows() throws IOException {
    JsonNode action = action();
    assertThat(Yaml.keys(action))
        .containsExactlyInAnyOrder("name", "description", "inputs", "outputs", "runs");
    assertThat(action.path("runs").path("using").asText()).isEqualTo("composite");
    assertThat(Yaml.keys(action.path("runs"))).containsExactlyInAnyOrder("using", "steps");
    assertThat(steps()).hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void inputsAndOutputsAreDescribed() throws IOException {
    for (JsonNode input : action().path("inputs")) {
      assertThat(input.path("description").asText()).isNotBlank();
      assertThat(input.path("default").isTextual()).as("a default is a string").isTrue();
      assertThat(Yaml.keys(input)).isSubsetOf("description", "default", "required");
    }
    for (JsonNode output : action().path("outputs")) {
      assertThat(Yaml.keys(output)).containsExactlyInAnyOrder("description", "value");
    }
    for (String name : Yaml.keys(action().path("inputs"))) {
      assertThat(name).matches("[a-z][a-z0-9-]*");
    }
  }

  @Test
  void aStepRunsACommandInBashOrUsesAnActionOfAVersion() throws IOException {
    Set<String> ids = new HashSet<>();
    for (JsonNode step : steps()) {
      assertThat(STEP_KEYS).as(step.toString()).containsAll(Yaml.keys(step));
      assertThat(step.has("run")).as(step.toString()).isNotEqualTo(step.has("uses"));
      if (step.has("run")) {
        assertThat(step.path("shell").asText()).as(step.toString()).isEqualTo("bash");
        assertThat(step.path("name").asText()).isNotBlank();
      } else {
        assertThat(step.path("uses").asText()).matches("actions/[a-z-]+(/[a-z]+)?@v\\d+");
      }
      assertThat(!step.has("id") || ids.add(step.path("id").asText())).isTrue();
    }
  }

  /** What somebody else wrote would become a part of the script. */
  @Test
  void noScriptContainsAnExpression() throws IOException {
    for (JsonNode step : steps()) {
      assertThat(step.path("run").asText()).doesNotContain("${{");
    }
    for (Path script : Repository.scriptsOfTheAction()) {
      assertThat(Files.readString(script)).doesNotContain("${{");
    }
  }

  @Test
  void everyExpressionNamesAnInputOrAStepBeforeIt() throws IOException {
    List<String> inputs = Yaml.keys(action().path("inputs"));
    Set<String> ids = new HashSet<>();
    Set<String> used = new HashSet<>();
    for (JsonNode step : steps()) {
      for (String name : Yaml.names(step.toString())) {
        String[] parts = name.split("\\.", -1);
        switch (parts[0]) {
          case "inputs" -> assertThat(inputs).contains(parts[1]);
          case "steps" -> assertThat(ids).as(name).contains(parts[1]);
          default -> assertThat(name).isIn("runner.os", "runner.arch");
        }
        used.add(name);
      }
      ids.add(step.path("id").asText());
    }
    assertThat(used).containsAll(inputs.stream().map(name -> "inputs." + name).toList());
    for (String name : Yaml.names(action().path("outputs").toString())) {
      assertThat(ids).contains(name.split("\\.", -1)[1]);
    }
  }

  @Test
  void bashReadsEveryStepAndScript() throws IOException, InterruptedException {
    for (JsonNode step : steps()) {
      Shell.checkSyntax(step.path("name").asText(), step.path("run").asText());
    }
    List<Path> scripts = Repository.scriptsOfTheAction();
    assertThat(scripts).hasSize(5);
    for (Path script : scripts) {
      assertThat(Files.readString(script)).startsWith("#!/usr/bin/env bash\n");
      assertThat(Files.readString(script)).contains("\nset -euo pipefail\n");
      Shell.checkSyntax(script.toString(), Files.readString(script));
    }
  }

  /** What the action and the repository need of each other. */
  @Test
  void theProfileAllowsUserNamespacesToBubblewrapAlone() throws IOException {
    String profile = Files.readString(Repository.ACTION.resolve("assay-bwrap.apparmor"));
    assertThat(profile)
        .contains("abi <abi/4.0>,", "profile assay-bwrap /usr/bin/bwrap flags=(unconfined) {")
        .containsOnlyOnce("userns,");
    assertThat(profile.lines().filter(line -> line.startsWith("profile "))).hasSize(1);
  }

  @Test
  void theResultsAreShownAndKeptBeforeTheExitCodeFailsTheJob() throws IOException {
    List<String> names = steps().stream().map(step -> step.path("name").asText()).toList();
    assertThat(names)
        .containsSubsequence(
            "Grade", "Show the verdicts", "Keep the results", "Fail unless every answer passed");
    assertThat(names.get(names.size() - 1)).isEqualTo("Fail unless every answer passed");
    assertThat(steps()).noneMatch(step -> step.has("continue-on-error"));
  }
}
