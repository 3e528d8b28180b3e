package dev.assay.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.ReportWriter.Merging;
import dev.assay.report.export.ReportWriters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A class whose grades leave in every format: one passed, one does not compile, one is missing. */
class ExportCommandTest {
  private static final String ROSTER =
      """
      id,name,first name,last name,email,login,sis id
      1,"=Kim, 안나",안나,=Kim,anna@example.org,anna,9001
      2,Ben <b>Müller</b>,Ben,Müller,ben@example.org,ben,9002
      3,::error::Cleo,Cleo,Ray,cleo@example.org,cleo,9003
      """;

  @TempDir private static Path folder;

  private static Run graded = new Run(0, "", "");

  private final Map<String, Executable> runs = new LinkedHashMap<>();

  @BeforeAll
  static void gradeAClass() throws IOException {
    SampleAnswers.write(folder.resolve("class/anna"), SampleAnswers.iris(40));
    SampleAnswers.write(folder.resolve("class/ben"), "class Nothing { int ::error::; }");
    Files.writeString(folder.resolve("roster.csv"), ROSTER);
    graded =
        Run.of(
            "grade",
            folder.resolve("class"),
            "--problem=iris",
            "--roster",
            folder.resolve("roster.csv"),
            "--out",
            out(),
            "--export=csv",
            "--export=junit=" + in("ci/junit.xml"),
            "--export=jplag=" + in("jplag"),
            "--export=classroom50=" + in("never"),
            "--export=github",
            "--export=gradescope=" + in("gradescope"));
  }

  private static Path out() {
    return folder.resolve("out");
  }

  private static Path in(String name) {
    return folder.resolve(name);
  }

  private static Path file(String name, String... lines) throws IOException {
    return Files.writeString(in(name), String.join("\n", lines) + "\n");
  }

  private static Run export(String format, Object... options) {
    List<Object> args = new ArrayList<>(List.of("export", out(), "--format", format));
    args.addAll(List.of(options));
    return Run.of(args.toArray());
  }

  private static String printed(String format, Object... options) {
    Run run = export(format, options);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private static String written(String format, String place, String file) throws IOException {
    assertThat(printed(format, "--out", in(place))).startsWith(format + ": 3 students in ");
    return Files.readString(in(place).resolve(file));
  }

  @Test
  void gradingEndsWithTheExports() throws IOException {
    assertThat(graded.code()).as(graded.err()).isEqualTo(3);
    assertThat(graded.err())
        .as("one export fails and keeps no other from being written")
        .contains("these variables are not set: CLASSROOM, ASSIGNMENT");
    assertThat(out().resolve("grades.csv")).content().isEqualTo(printed("csv"));
    assertThat(in("ci/junit.xml")).content().isEqualTo(printed("junit"));
    assertThat(in("jplag/1/IrisAnswer.java")).content().isEqualTo(SampleAnswers.iris(40));
    assertThat(in("gradescope/2/results.json")).content().contains("\"status\" : \"failed\"");
    assertThat(graded.out()).contains("\n::error title=Ben <b>Müller</b> / iris%3A COMPILE_ERROR");
    assertThat(in("never")).doesNotExist();
  }

  /** The points of every format are those of {@code assay gradebook}. */
  @TestFactory
  Stream<DynamicTest> eachFormatRunsToItsEnd() {
    assertThat(Run.of("gradebook", out()).out().replaceAll(" +", " "))
        .contains(" Kim, 안나 (1) 5 100 % yes\n".strip(), "(2) 0 0 % no\n");
    runs.put("csv", () -> assertThat(printed("csv")).contains("9001,,5,100,true,true\r\n"));
    runs.put("csv-long", () -> assertThat(printed("csv-long")).contains("iris,graded,PASSED,5,5,"));
    runs.put("markdown", () -> assertThat(printed("markdown")).contains("| 5 | 100 % | yes |"));
    runs.put("junit", () -> assertThat(printed("junit")).contains("\"points.1\" value=\"5\""));
    runs.put("gitlab", () -> assertThat(printed("gitlab")).contains("file=\"IrisAnswer.java\""));
    runs.put("github", ExportCommandTest::github);
    runs.put("canvas", ExportCommandTest::canvas);
    runs.put("moodle", ExportCommandTest::moodle);
    runs.put("blackboard", ExportCommandTest::blackboard);
    runs.put("brightspace", ExportCommandTest::brightspace);
    runs.put(
        "gradescope",
        () -> assertThat(written("gradescope", "gs", "1/results.json")).contains("\"score\" : 5"));
    runs.put(
        "prairielearn",
        () ->
            assertThat(written("prairielearn", "pl", "1/results.json")).contains("\"score\" : 1,"));
    runs.put(
        "codegrade",
        () ->
            assertThat(written("codegrade", "cg", "2/codegrade.jsonl"))
                .contains("\"points\":\"0/5\"", "/home/codegrade/student/IrisAnswer.java"));
    runs.put("classroom50", ExportCommandTest::classroom50);
    runs.put(
        "jplag", () -> assertThat(written("jplag", "jp", "2/IrisAnswer.java")).contains("Nothing"));
    assertThat(new TreeSet<>(runs.keySet()))
        .containsExactlyElementsOf(ReportWriters.load().formats());
    return runs.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), entry.getValue()));
  }

  private static void canvas() throws IOException {
    Path file =
        file(
            "canvas.csv",
            "Student,ID,SIS User ID,SIS Login ID,Section,Iris (7),Essay (8)",
            "Points Possible,,,,,5,9",
            "\"=Kim, 안나\",71,9001,anna,A,,3",
            "x,72,9002,ben,A,-,4");
    Run run = export("canvas", "--into", file);
    assertThat(run.out()).contains("9001,anna,A,5,3\n", "9002,ben,A,0,4\n");
    assertThat(run.err()).contains("not in ", "canvas.csv: ::error::Cleo");
    printed("canvas", "--into", file, "--out", file);
    assertThat(file).content().isEqualTo(run.out());
  }

  private static void moodle() throws IOException {
    assertThat(printed("moodle")).startsWith("idnumber,email,username,").contains("9001,");
    Path file =
        file(
            "worksheet.csv",
            "Identifier,Full name,Email address,Grade,Last modified (grade)",
            "Participant 5,안나,anna@example.org,,-");
    assertThat(printed("moodle", "--into", file)).contains("anna@example.org,5,-\n");
    assertThat(printed("moodle", "--into", file, "--problem=iris", "--column", "Full name"))
        .contains("Participant 5,5,anna");
  }

  private static void blackboard() throws IOException {
    byte[] bytes =
        "\uFEFF\"Username\"\t\"iris [Total Pts: 5] |7\"\r\n\"ANNA\"\t\"\"\r\n"
            .getBytes(StandardCharsets.UTF_16LE);
    Path file = Files.write(in("gc.xls"), bytes);
    printed("blackboard", "--into", file, "--out", in("done.xls"));
    assertThat(Files.readString(in("done.xls"), StandardCharsets.UTF_16LE))
        .isEqualTo("\uFEFF\"Username\"\t\"iris [Total Pts: 5] |7\"\r\n\"ANNA\"\t\"5\"\r\n");
  }

  private static void brightspace() throws IOException {
    Path file = file("b.csv", "Username,iris Points Grade,End-of-Line Indicator", "#ben,,#");
    assertThat(printed("brightspace", "--into", file)).endsWith("#ben,0,#\n");
  }

  private static String inProcess(Map<String, String> variables, Object... args)
      throws IOException, InterruptedException {
    Path log = in("log.txt");
    ProcessBuilder process = AssayProcess.of(folder, log, args);
    process.environment().putAll(variables);
    assertThat(process.start().waitFor()).as(Files.readString(log)).isZero();
    return Files.readString(log);
  }

  private static void github() throws IOException, InterruptedException {
    Path summary = file("summary.md", "before");
    String log =
        inProcess(
            Map.of("GITHUB_STEP_SUMMARY", summary.toString()), "export", out(), "--format=github");
    assertThat(log)
        .contains(
            "::error title=Ben <b>Müller</b> / iris%3A COMPILE_ERROR", "::notice title=Assay::");
    assertThat(summary).content().startsWith("before\n# out\n").contains("| 5 | 100 % | yes |");
    assertThat(written("github", "gh", "summary.md")).doesNotContain("before");
  }

  private static void classroom50() throws IOException, InterruptedException {
    Map<String, String> variables =
        Map.of(
            "CLASSROOM", "ml",
            "ASSIGNMENT", "iris",
            "SUBMISSION_TAG", "submit/1",
            "COMMIT_URL", "https://example.org/c",
            "RELEASE_URL", "https://example.org/r");
    inProcess(variables, "export", out(), "--format=classroom50", "--out", in("c50"));
    assertThat(in("c50/1/result.json")).content().contains("\"score\" : 5", "\"submit/1\"");
  }

  @Test
  void oneStudentsFileGoesToStandardOutputOrToAnOpenFile()
      throws IOException, InterruptedException {
    Path one = in("one");
    for (String file : List.of("anna/iris/result.json", ".assay-run")) {
      Files.createDirectories(one.resolve(file).getParent());
      Files.copy(out().resolve(file), one.resolve(file));
    }
    Run run = Run.of("export", one, "--format=gradescope");
    assertThat(run.out()).as(run.err()).startsWith("{\n").contains("\"score\" : 5");
    if (Files.exists(Path.of("/dev/fd"))) {
      Path third = in("third.jsonl");
      ProcessBuilder process =
          AssayProcess.of(
              folder, in("log.txt"), "export", one, "--format=codegrade", "--out", "/dev/fd/3");
      process.command().addAll(0, List.of("sh", "-c", "exec \"$@\" 3>" + third, "sh"));
      assertThat(process.start().waitFor()).as(Files.readString(in("log.txt"))).isZero();
      assertThat(third).content().isEqualTo("{\"tag\":\"points\",\"points\":\"5/5\"}\n");
    }
  }

  @Test
  void theHelpNamesEveryFormat() {
    String help = Run.of("export", "--help").out().replaceAll("\\s+", " ");
    assertThat(ReportWriters.load().formats())
        .allMatch(format -> help.matches(".*[ (]" + format + "[ ,;(].*"));
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsWritten() throws IOException {
    assertWrong("Did you mean canvas?", "--format=canvs");
    assertWrong("Available: blackboard,", "--format=xml");
    assertWrong("several files: name a folder", "--format=jplag");
    assertWrong("does not fill in a file", "--format=csv", "--into", in("roster.csv"));
    assertWrong("--column names a column", "--format=moodle", "--column=Grade");
    assertWrong("was graded in this run, only to iris", "--format=csv", "--problem=mnist");
    assertWrong("cannot be written", "--format=csv", "--out", in("roster.csv/x.csv"));
    Path empty = file("empty.csv");
    Files.writeString(empty, "");
    assertWrong("is empty", "--format=canvas", "--into", empty);
    for (ReportWriter writer : ReportWriters.load().all()) {
      if (writer.merging() == Merging.REQUIRED) {
        assertWrong("Pass it with --into FILE.", "--format=" + writer.format());
        assertWrongGrading("assay export RUN --format", writer.format());
      }
    }
    assertWrongGrading("--export jplag=DIR", "jplag");
    assertWrongGrading("unknown format", "xls");
    assertThat(Run.of("export", in("nothing"), "--format=csv").err()).contains("No such folder");
    assertThat(Run.of("export", in("class"), "--format=csv").err()).contains("no graded answer");
    assertThat(Run.of("export", out(), "--format=jplag", "--lang=ko").err()).contains("폴더");
  }

  private static void assertWrong(String message, Object... options) {
    List<Object> args = new ArrayList<>(List.of("export", out()));
    args.addAll(List.of(options));
    Run run = Run.of(args.toArray());
    assertThat(run.err()).contains(message);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  private static void assertWrongGrading(String message, String format) {
    Run run = Run.of("grade", in("class"), "--out", in("other"), "--export", format);
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(in("other")).doesNotExist();
  }
}
