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
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of the action, run in a clean folder as GitHub's runner runs them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the action runs on Linux")
class ActionStepsTest {
  private static final Pattern NAME = Pattern.compile("\\$\\{\\{ ([\\w.-]+) }}");

  /** A release that prints what a candidate may print, and says what it was called with. */
  private static final String STAND_IN =
      """
      #!/bin/sh
      case $1 in
        grade)
          echo "::error title=of a candidate::pwned"
          echo "::set-output name=exit-code::0"
          echo "::add-mask::a"
          env | sort >"$HOME/environment"
          for argument; do echo "<$argument>"; done >"$HOME/arguments"
          printf '::stop-commands::x\\n::x::\\n::warning::no end of a line'
          exit CODE
          ;;
        export)
          [ CODE != 3 ] || { echo '::error::no results'; exit 2; }
          for argument; do
            case $argument in --out=*) out=${argument#--out=} ;; esac
          done
          printf '::error title=anna / iris%%3A FAILED,file=Answer.java,line=3::no%%0Aline\\n' >"$out/annotations.txt"
          printf '::notice title=Assay::0 of 1\\n::set-env name=PATH::/evil\\nplain\\n' >>"$out/annotations.txt"
          echo '| anna | FAILED |' >"$out/summary.md"
          echo '::warning::a note'
          ;;
        setup) mkdir -p "$(dirname "$0")/shared/natives" ;;
      esac
      """;

  @TempDir private Path temp;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> runner = new HashMap<>();

  @BeforeEach
  void makeARunner() throws IOException {
    JsonNode inputs = Yaml.read(Repository.ACTION.resolve("action.yml")).path("inputs");
    for (String input : Yaml.keys(inputs)) {
      values.put("inputs." + input, inputs.path(input).path("default").asText());
    }
    for (String folder : List.of("home", "workspace", "temporary", "bin")) {
      Files.createDirectories(temp.resolve(folder));
    }
    runner.put("HOME", temp.resolve("home").toString());
    runner.put("PATH", temp.resolve("bin") + ":" + System.getenv("PATH"));
    runner.put("RUNNER_TEMP", temp.resolve("temporary").toString());
    runner.put("GITHUB_ACTION_PATH", Repository.ACTION.toString());
    runner.put("GITHUB_TOKEN", "a secret");
    runner.put("ACTIONS_RUNTIME_TOKEN", "a secret");
    for (String file : List.of("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")) {
      runner.put(file, Files.createFile(temp.resolve(file)).toString());
    }
  }

  /** Runs the steps with commands whose name is one of these, up to the first that fails. */
  private List<Shell.Ended> run(String... names) throws IOException, InterruptedException {
    List<Shell.Ended> ended = new ArrayList<>();
    for (JsonNode step : Yaml.read(Repository.ACTION.resolve("action.yml")).at("/runs/steps")) {
      if (step.has("run") && List.of(names).contains(step.path("name").asText())) {
        ended.add(run(step));
        if (ended.get(ended.size() - 1).code() != 0) {
          return ended;
        }
      }
    }
    return ended;
  }

  private Shell.Ended run(JsonNode step) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(runner);
    for (String name : Yaml.keys(step.path("env"))) {
      environment.put(name, value(step.path("env").path(name).asText()));
    }
    Path outputs = temp.resolve("GITHUB_OUTPUT");
    Files.writeString(outputs, "");
    Shell.Ended ended =
        Shell.run(step.path("run").asText(), temp.resolve("workspace"), environment);
    for (String line : Files.readAllLines(outputs)) {
      String[] parts = line.split("=", 2);
      values.put("steps.%s.outputs.%s".formatted(step.path("id").asText(), parts[0]), parts[1]);
    }
    return ended;
  }

  private String value(String text) {
    Matcher name = NAME.matcher(text);
    assertThat(name.matches()).as(text).isTrue();
    return values.getOrDefault(name.group(1), "");
  }

  private String value(String step, String output) {
    return Objects.requireNonNull(values.get("steps.%s.outputs.%s".formatted(step, output)));
  }

  private void installAStandIn(int code) throws IOException, InterruptedException {
    run("Choose the folders");
    Path home = Path.of(value("place", "home"));
    Files.createDirectories(home.resolve("shared/natives"));
    Path program = home.resolve("assay");
    Files.writeString(program, STAND_IN.replace("CODE", "" + code));
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  /** The lines that GitHub's runner obeys, by its rule for stop-commands. */
  private static List<String> obeyed(String log) {
    List<String> obeyed = new ArrayList<>();
    String stopped = "";
    for (String line : log.lines().toList()) {
      if (!stopped.isEmpty()) {
        stopped = line.strip().equals("::" + stopped + "::") ? "" : stopped;
      } else if (line.strip().startsWith("::stop-commands::")) {
        stopped = line.strip().substring("::stop-commands::".length());
        assertThat(stopped).matches("[0-9a-f]{64}");
      } else if (line.strip().startsWith("::") || line.contains("##[")) {
        obeyed.add(line);
      }
    }
    assertThat(stopped).as("commands are read again at the end").isEmpty();
    return obeyed;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 143})
  void theExitCodeFailsTheJobAfterEverythingElse(int code) throws Exception {
    installAStandIn(code);
    List<Shell.Ended> ended =
        run("Allow nothing", "Grade", "Show the verdicts", "Fail unless every answer passed");
    assertThat(ended).hasSize(3);
    assertThat(value("grade", "exit-code")).isEqualTo("" + code);
    assertThat(ended.get(2).code()).isEqualTo(code);
  }

  @Test
  void theLastStepFailsIfTheGradingNeverEnded() throws Exception {
    assertThat(run("Fail unless every answer passed").get(0).code()).isEqualTo(3);
  }

  @Test
  void whatCandidatesPrintIsNeverReadAsACommand() throws Exception {
    installAStandIn(1);
    String log = run("Grade").get(0).log();
    assertThat(log).contains("::error title=of a candidate::pwned", "::warning::no end of a line");
    assertThat(obeyed(log)).isEmpty();
  }

  @Test
  void eachRunHasAWordOfItsOwn() throws Exception {
    installAStandIn(1);
    String first = run("Grade").get(0).log().lines().findFirst().orElseThrow();
    String second = run("Grade").get(0).log().lines().findFirst().orElseThrow();
    assertThat(first).startsWith("::stop-commands::").isNotEqualTo(second);
    assertThat(temp.resolve("home/environment"))
        .content()
        .doesNotContain(second.substring("::stop-commands::".length()));
  }

  @Test
  void theGraderGetsNoVariableOfTheRunner() throws Exception {
    installAStandIn(0);
    run("Grade");
    assertThat(temp.resolve("home/environment"))
        .content()
        .contains("HOME=")
        .doesNotContainPattern("(?m)^(GITHUB|RUNNER|ACTIONS|INPUT)_")
        .doesNotContain("a secret", "ASSAY_KEY=");
  }

  @Test
  void annotationsAreThoseOfTheExportAndNothingElse() throws Exception {
    installAStandIn(1);
    List<Shell.Ended> ended = run("Grade", "Show the verdicts");
    assertThat(obeyed(ended.get(1).log()))
        .containsExactly(
            "::error title=anna / iris%3A FAILED,file=Answer.java,line=3::no%0Aline",
            "::notice title=Assay::0 of 1");
    assertThat(Files.readString(temp.resolve("GITHUB_STEP_SUMMARY"))).contains("| anna | FAILED |");
    assertThat(Files.readString(temp.resolve("GITHUB_ENV"))).isEmpty();
  }

  @Test
  void aGradingWithoutResultsSaysSo() throws Exception {
    installAStandIn(3);
    List<Shell.Ended> ended = run("Grade", "Show the verdicts");
    assertThat(obeyed(ended.get(1).log()))
        .singleElement()
        .asString()
        .contains("no results to show");
  }

  @Test
  void inputsAreArgumentsWhateverTheyContain() throws Exception {
    values.put("inputs.submissions", "answers one\n--lang=ko\n$(touch pwned)\n");
    values.put("inputs.problems", "iris\nmnist");
    values.put("inputs.hidden", "exam.sealed");
    values.put("inputs.key", "the key");
    installAStandIn(0);
    run("Grade");
    assertThat(Files.readAllLines(temp.resolve("home/arguments")))
        .containsExactly(
            "<grade>",
            "<answers one>",
            "<./--lang=ko>",
            "<$(touch pwned)>",
            "<--problem=iris>",
            "<--problem=mnist>",
            "<--out=" + value("place", "results") + ">",
            "<--require-isolation=strict>",
            "<--lang=en>",
            "<--hidden=exam.sealed>",
            "<--key-env=ASSAY_KEY>");
    assertThat(temp.resolve("workspace")).isEmptyDirectory();
  }

  @Test
  void theKeyOfTheCacheFollowsTheArchive() throws Exception {
    run("Choose the folders");
    String built = value("place", "key");
    values.put("inputs.archive", "assay-0.1.0.zip");
    run("Choose the folders");
    assertThat(value("place", "key")).startsWith("assay-").isNotEqualTo(built);
    assertThat(value("place", "home")).endsWith("/.assay/" + value("place", "key"));
  }

  @Test
  void aRunnerThatCreatesNoSandboxRunsNoCandidate() throws Exception {
    Path bwrap = temp.resolve("bin/bwrap");
    Files.writeString(bwrap, "#!/bin/sh\necho 'setting up uid map: Permission denied'; exit 1\n");
    Path profile = temp.resolve("bin/apparmor_parser");
    Files.writeString(profile, "#!/bin/sh\n[ -f \"$2\" ]\n");
    for (Path program : List.of(bwrap, profile)) {
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(temp.resolve("bin/sudo"), "#!/bin/sh\nexec \"$@\"\n");
    assertThat(temp.resolve("bin/sudo").toFile().setExecutable(true)).isTrue();
    Shell.Ended ended = run("Allow the sandbox").get(0);
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.log())
        .contains("setting up uid map: Permission denied", "::error title=Assay");
    values.put("inputs.require-isolation", "none");
    Shell.Ended none = run("Allow the sandbox").get(0);
    assertThat(none.code()).isZero();
    assertThat(none.log()).startsWith("::warning title=Assay::");
  }

  @Test
  void aDownloadWithoutADigestIsRefused() throws Exception {
    values.put("inputs.archive", "https://example.org/assay.zip");
    List<Shell.Ended> ended = run("Choose the folders", "Install Assay");
    assertThat(ended.get(1).code()).isEqualTo(2);
    assertThat(ended.get(1).log()).contains("needs the input archive-sha256");
  }
}
