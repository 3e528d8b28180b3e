package dev.assay.report.export.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.report.GradeReport;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.SampleClass;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GithubWriterTest {
  private static final Set<String> REGISTERED =
      Set.of(
          "error",
          "warning",
          "notice",
          "debug",
          "group",
          "endgroup",
          "echo",
          "add-mask",
          "add-matcher",
          "remove-matcher",
          "add-path",
          "set-env",
          "set-output",
          "save-state",
          "stop-commands",
          "internal-set-repo-path");

  /** A command as the runner of GitHub takes it out of a line ({@code ActionCommand.cs}). */
  private record Command(String name, Map<String, String> properties, String data) {
    static Optional<Command> parse(String line) {
      String message = line.strip();
      int end = message.startsWith("::") ? message.indexOf("::", 2) : -1;
      if (end < 0) {
        return Optional.empty();
      }
      String info = message.substring(2, end);
      int blank = info.indexOf(' ');
      String name = (blank < 0 ? info : info.substring(0, blank)).toLowerCase(Locale.ROOT);
      if (!REGISTERED.contains(name)) {
        return Optional.empty();
      }
      Map<String, String> properties = new LinkedHashMap<>();
      for (String property : blank < 0 ? new String[0] : info.substring(blank + 1).split(",")) {
        String[] pair = property.split("=", 2);
        if (pair.length == 2) {
          properties.put(
              pair[0],
              unescaped(pair[1].replace("%3A", ":").replace("%2C", ",").replace("%3a", ":")));
        }
      }
      return Optional.of(new Command(name, properties, unescaped(message.substring(end + 2))));
    }

    private static String unescaped(String text) {
      return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }
  }

  private static Export export(Gradebook grades) {
    return new GithubWriter().write(ExportRequest.of(grades, Catalogue.english()));
  }

  private static List<Command> commands(Gradebook grades) {
    List<Command> commands = new ArrayList<>();
    for (String line : export(grades).files().get(0).text().lines().toList()) {
      commands.add(Command.parse(line).orElseThrow(() -> new AssertionError(line)));
    }
    return commands;
  }

  private static List<Command> named(List<Command> commands, String name) {
    return commands.stream().filter(command -> command.name().equals(name)).toList();
  }

  @Test
  void whatCandidatesWroteIsNoCommandAndNoProperty() {
    Gradebook grades = SampleClass.of(40);
    List<Command> commands = commands(grades);
    assertThat(commands).extracting(Command::name).containsOnly("error", "warning", "notice");
    assertThat(commands)
        .allMatch(
            command -> Set.of("title", "file", "line").containsAll(command.properties().keySet()))
        .allMatch(command -> command.properties().containsKey("title"));
    assertThat(export(grades).files().get(0).text()).matches("[^\\x00-\\x09\\x0B-\\x1F\\u202E]*");
    List<Command> failed = commands(one(SampleClass.report("mnist", "ann", 1)));
    assertThat(named(failed, "error").get(0).data())
        .isEqualTo("The <b>score</b> ]]> is ::error::what | it `is`, 100%.");
  }

  @Test
  void noMoreAreWrittenThanGithubShowsAndTheWorstComeFirst() {
    Gradebook grades = SampleClass.of(40);
    List<Command> commands = commands(grades);
    assertThat(named(commands, "error")).hasSize(10);
    assertThat(named(commands, "warning")).hasSizeLessThanOrEqualTo(10);
    assertThat(named(commands, "error").get(0).properties().get("title"))
        .as("errors of the grader are worse than failures")
        .endsWith("GRADER_ERROR");
    assertThat(named(commands, "notice").get(0).data()).matches("\\d+ of \\d+ answers passed\\.");
    assertThat(commands.get(commands.size() - 1).name()).isEqualTo("notice");
  }

  private static Gradebook one(GradeReport report) {
    ProblemGrade grade = new ProblemGrade(GradeState.GRADED, report, null, 0, 0, null);
    return new Gradebook(
        "one",
        List.of(new GradedProblem("mnist", 5, 1)),
        60,
        List.of(new GradebookRow(Student.unknown("ann, b:c%0A"), List.of("ann"), List.of(grade))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "solutions/ann|solutions/ann/src/Iris, Answer.java",
        "solutions/ann/|solutions/ann/src/Iris, Answer.java",
        "a\\b|a/b/src/Iris, Answer.java",
        "A.java|A.java",
        "/home/x|",
        "C:\\x|",
        "a.zip|"
      })
  void anErrorAtALineIsShownThereIfItIsInTheRepository(String origin, String file) {
    Command error = named(commands(one(SampleClass.compileError(origin))), "error").get(0);
    assertThat(error.properties().get("file")).isEqualTo(file);
    assertThat(error.properties().get("line")).isEqualTo(file == null ? null : "12");
    assertThat(error.properties().get("title")).startsWith("ann, b:c%0A / mnist: ");
    assertThat(error.data()).contains("cannot find symbol ::stop-commands::x");
  }

  @Test
  void longMessagesAreCut() {
    String text = "😀".repeat(2000);
    Command error = named(commands(one(SampleClass.compileError("ann", 1, text))), "error").get(0);
    assertThat(error.data()).hasSizeLessThan(2010).endsWith("😀...");
  }

  @Test
  void theSummaryFitsIntoWhatGithubTakes() {
    Export export = export(SampleClass.of(200));
    assertThat(export.files().get(1).name()).isEqualTo("summary.md");
    assertThat(export.files().get(1).bytes().length).isLessThan(1 << 20);
    String small =
        new MarkdownPage(ExportRequest.of(SampleClass.of(200), Catalogue.english()), 20_000).text();
    assertThat(small.getBytes(StandardCharsets.UTF_8).length).isLessThan(20_000);
    assertThat(small).endsWith("do not fit here.\n");
  }
}
