package dev.assay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.findings.Catalogue;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.ReportWriters;
import dev.assay.report.gradebook.Gradebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** grader/docs/exports.md describes every format, and its commands are those of the program. */
class ExportsPageTest {
  private final String page;

  ExportsPageTest() throws IOException {
    Path file = Path.of(System.getProperty("assay.home"), "grader/docs/exports.md");
    page = Files.readString(file).replace("\r\n", "\n");
  }

  private List<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(page)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  @Test
  void everyFormatHasARowAndASection() {
    List<String> formats = ReportWriters.load().formats();
    assertThat(new TreeSet<>(found("^\\| \\[`([^`]+)`\\]\\(#"))).containsExactlyElementsOf(formats);
    assertThat(new TreeSet<>(found("^### (.+)$"))).containsExactlyElementsOf(formats);
    for (ReportWriter writer : ReportWriters.load().all()) {
      if (writer.format().startsWith("csv")) {
        assertThat(page).contains("`" + writer.fileName() + "`");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "csv-long"})
  void theColumnsOfTheTablesAreNamedInTheirOrder(String format) throws IOException {
    Gradebook empty = new Gradebook("empty", List.of(), 60, List.of());
    String header =
        ReportWriters.load()
            .of(format)
            .orElseThrow()
            .write(ExportRequest.of(empty, Catalogue.english()))
            .files()
            .get(0)
            .text()
            .substring(1);
    int begin = page.indexOf("### " + format + "\n");
    String section = page.substring(begin, page.indexOf("\n#", begin + 1));
    List<String> columns =
        Pattern.compile("`([a-z_]+)`")
            .matcher(section)
            .results()
            .map((MatchResult result) -> result.group(1))
            .collect(Collectors.toCollection(ArrayList::new));
    assertThat(columns).containsExactly(header.strip().split(","));
  }

  @Test
  void theCommandsAreUnderstood() {
    List<String> commands = found("\\./assay ((?:export|grade) .+)$");
    assertThat(commands).hasSizeGreaterThan(7);
    for (String command : commands) {
      Run run = Run.of(Stream.concat(Stream.of(command.split(" ")), Stream.of("--help")).toArray());
      assertThat(run.code()).as(command + "\n" + run.err()).isZero();
      Pattern.compile("--(?:format|export)[ =]([a-z0-9-]+)")
          .matcher(command)
          .results()
          .forEach(
              result ->
                  assertThat(ReportWriters.load().of(result.group(1))).as(command).isPresent());
    }
  }
}
