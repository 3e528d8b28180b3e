package dev.assay.exam.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.assay.commons.text.DisplayWidth;
import dev.assay.exam.blueprint.BlueprintReader;
import dev.assay.exam.ledger.LedgerEntry;
import dev.assay.exam.ledger.TestClock;
import dev.assay.exam.results.ResultBuilder;
import dev.assay.findings.Catalogue;
import dev.assay.findings.SentenceException;
import dev.assay.report.Verdict;
import dev.assay.report.exam.ExamProblem;
import dev.assay.report.exam.ExamResult;
import dev.assay.report.exam.PartScore;
import dev.assay.report.json.ExamJson;
import dev.assay.report.score.Interval;
import dev.assay.report.text.ExamTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exams that are sat from start to finish, without a grader. */
class ExamTest {
  private static final String BLUEPRINT =
      """
      {"id": "x", "title": {"en": "Exam", "ko": "시험"}, "minutes": 60, "passMark": 60,
       "pause": %s, "scoring": %s,
       "categories": [
         {"title": "A", "problems": ["iris"], "weight": 3, "attempts": 2},
         {"title": "B", "problems": ["mnist"], "weight": 1}
       ]}
      """;

  @TempDir private Path folder;

  private final TestClock clock = new TestClock();

  private ExamStore store() {
    BlueprintReader reader = new BlueprintReader(List.of("iris", "mnist"), List.of("auto"));
    return new ExamStore(folder.resolve("state"), clock, reader);
  }

  private Exam start() throws Exception {
    return start(BLUEPRINT.formatted("true", "null"));
  }

  private Exam start(String blueprint) throws Exception {
    Sitting.Draw draw =
        new Sitting.Draw(
            7, List.of("iris", "mnist"), List.of("embedded", "full"), "", Locale.KOREAN);
    Path exam = Files.createDirectories(folder.resolve("내 시험"));
    return store().start(blueprint, 60, draw, exam);
  }

  /** The exam as another process finds it. */
  private Exam found() throws IOException {
    return store().latest().orElseThrow();
  }

  private static Attempt submit(Exam exam, String problem) throws Exception {
    return exam.arrive(
        problem, "digest", kept -> Files.writeString(kept.resolve("Answer.java"), "class A {}"));
  }

  private static PartScore score(int points, double value) {
    return new PartScore(points, 5, points == 5, "accuracy", value, 0.9, new Interval(0, 1), 10);
  }

  /** An outcome with so many of ten public examples wrong. */
  private static Outcome outcome(int wrong, int shown, int kept, String... findings) {
    Double[] losses = new Double[10];
    Arrays.setAll(losses, i -> i < wrong ? 1.0 : 0.0);
    Verdict verdict = kept == 5 ? Verdict.PASSED : Verdict.FAILED;
    return new Outcome(
        List.of(
            new Outcome.Grading(
                1,
                verdict,
                score(shown, 1 - wrong / 10.0),
                score(kept, 0.5),
                List.of(findings),
                2.5)),
        List.of(losses),
        "embedded");
  }

  private static Outcome stopped(Verdict verdict) {
    return new Outcome(
        List.of(new Outcome.Grading(1, verdict, null, null, List.of(), 0.1)), List.of(), null);
  }

  @Test
  void anExamIsSatFromStartToFinish() throws Exception {
    Exam exam = start();
    assertThat(exam.sitting().isOpen()).isTrue();
    clock.pass(Duration.ofMinutes(10));
    Attempt first = submit(exam, "iris");
    assertThat(found().sitting().pending()).containsExactly(first);
    assertThat(Files.readString(exam.files().sources(first).resolve("Answer.java")))
        .isEqualTo("class A {}");
    exam.graded(first, outcome(5, 2, 3, "INPUT_SCALE"));
    clock.pass(Duration.ofMinutes(20));
    Attempt second = submit(found(), "iris");
    found().graded(second, outcome(0, 5, 4, "INPUT_SCALE"));
    clock.pass(Duration.ofMinutes(5));
    found().graded(submit(found(), "mnist"), outcome(1, 5, 5, "INPUT_SCALE"));
    Sitting now = found().sitting();
    assertThat(now.left()).isEqualTo(Duration.ofMinutes(25));
    assertThat(now.attemptsLeft("iris")).isZero();
    assertThat(now.attemptsLeft("mnist")).isEqualTo(9);
    assertThatThrownBy(() -> submit(found(), "iris"))
        .hasMessageContaining("no attempts are left for iris");
    assertThatThrownBy(() -> submit(found(), "tulip"))
        .hasMessageContaining("Its problems are iris, mnist");
    found().finish();
    assertThatThrownBy(() -> submit(found(), "mnist")).hasMessageContaining("the exam has ended");
    ExamResult result = ResultBuilder.of(found().sitting(), Locale.ENGLISH);
    assertThat(result.total()).isCloseTo(85, within(1e-9));
    assertThat(result.passed()).isTrue();
    assertThat(result.problems().stream().map(ExamProblem::points)).containsExactly(4, 5);
    assertThat(result.problems().stream().map(ExamProblem::seconds)).containsExactly(1800.0, 300.0);
    assertThat(result.problems().get(0).best()).isEqualTo(2);
    assertThat(result.next().stream().map(s -> s.text()))
        .containsExactly(
            "iris: 1 of 5 points were lost. Read assay explain INPUT_SCALE.",
            "INPUT_SCALE was found in 2 problems: `assay explain INPUT_SCALE`.");
    assertWritten(result);
  }

  private static void assertWritten(ExamResult result) throws IOException {
    String json = ExamJson.of(result, Catalogue.korean());
    Path file = Path.of(System.getProperty("assay.home"), "reports/exam.schema.json");
    String schema = Files.readString(file);
    assertThat(
            JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder ->
                        builder.schemaLoaders(
                            loaders -> loaders.schemas(Map.of("urn:assay:exam:1", schema))))
                .getSchema(SchemaLocation.of("urn:assay:exam:1"))
                .validate(new ObjectMapper().readTree(json)))
        .isEmpty();
    assertThat(ExamTable.render(result, Catalogue.english(), 100))
        .anyMatch(line -> line.equals("Exam: PASSED with 85 % (60 % needed)."))
        .anyMatch(line -> line.matches("iris +2/2 +4/5 +0\\.5000 \\[0\\.000, 1\\.000] .*"));
    assertThat(ExamTable.render(result, Catalogue.korean(), 80)).anyMatch(l -> l.contains("합격"));
    assertThat(ExamTable.render(result, Catalogue.korean(), 40))
        .allMatch(line -> DisplayWidth.of(line) <= 45);
  }

  @Test
  void anAttemptThatArrivesBeforeTheDeadlineCountsHoweverLongItsGradingTakes() throws Exception {
    start();
    clock.pass(Duration.ofMinutes(60));
    Attempt last = submit(found(), "iris");
    clock.pass(Duration.ofMinutes(30));
    assertThat(found().sitting().isOver()).isTrue();
    found().graded(last, outcome(0, 5, 5));
    assertThatThrownBy(() -> submit(found(), "mnist"))
        .hasMessageContaining("the deadline has passed: the 60 minutes are over");
    assertThatThrownBy(() -> found().pause()).hasMessageContaining("the deadline has passed");
    found().finish();
    Sitting ended = found().sitting();
    assertThat(ended.ending()).isEqualTo(Sitting.Ending.DEADLINE);
    assertThat(ended.standings().get(0).points()).isEqualTo(5);
  }

  @Test
  void theClockSurvivesProcessesAndCannotBeSetBack() throws Exception {
    start();
    clock.pass(Duration.ofMinutes(50));
    clock.set(Duration.ofMinutes(-45));
    assertThat(found().sitting().left()).isEqualTo(Duration.ofMinutes(10));
    submit(found(), "iris");
    clock.pass(Duration.ofMinutes(11));
    assertThat(found().sitting().isOver()).isTrue();
    assertThat(found().sitting().clock().moved()).isEqualTo(Duration.ofMinutes(45));
    clock.set(Duration.ofHours(-2));
    clock.reboot();
    assertThatThrownBy(() -> found().sitting()).hasMessageContaining("is set back");
  }

  @Test
  void aGraderThatFailsCostsNoAttempt() throws Exception {
    Exam exam = start();
    Attempt first = submit(exam, "iris");
    exam.faulted(first, "the disk");
    assertThat(exam.sitting().attemptsLeft("iris")).isEqualTo(2);
    Attempt second = submit(exam, "iris");
    assertThat(second.number()).isEqualTo(2);
    exam.graded(second, stopped(Verdict.COMPILE_ERROR));
    assertThat(exam.sitting().attemptsLeft("iris")).isEqualTo(1);
    ProblemStanding standing = exam.sitting().standings().get(0);
    assertThat(standing.points()).isZero();
    assertThat(standing.shown()).isNull();
    assertThat(standing.release(second).orElseThrow().step()).isNull();
    assertThat(standing.release(first)).isEmpty();
    ExamResult open = ResultBuilder.of(exam.sitting(), Locale.ENGLISH);
    assertThat(open.time().ending()).isEqualTo("OPEN");
    assertThat(open.problems().get(0).used()).isEqualTo(1);
  }

  /** Two processes grade what a third has left: the end that is recorded first counts. */
  @Test
  void anEndIsRecordedOnce() throws Exception {
    Exam exam = start();
    Attempt attempt = submit(exam, "iris");
    exam.graded(attempt, outcome(0, 5, 5));
    exam.faulted(attempt, "late");
    exam.graded(attempt, outcome(9, 0, 0));
    assertThat(exam.entries()).hasSize(3);
    assertThat(found().sitting().standings().get(0).points()).isEqualTo(5);
  }

  /** The best by the public examples counts, not the best by those of the final score. */
  @Test
  void theFinalScoreIsOfExamplesThatChoseNothing() throws Exception {
    Exam exam = start();
    exam.graded(submit(exam, "iris"), outcome(0, 5, 3));
    exam.graded(submit(exam, "iris"), outcome(2, 4, 5));
    ProblemStanding standing = exam.sitting().standings().get(0);
    assertThat(standing.best()).extracting(a -> a == null ? 0 : a.number()).isEqualTo(1);
    assertThat(standing.points()).isEqualTo(3);
    assertThat(standing.score()).isEqualTo(score(3, 0.5));
  }

  @Test
  void aScoreIsReleasedOnlyWhereItIsSignificantlyBetter() throws Exception {
    Exam exam = start();
    exam.graded(submit(exam, "mnist"), outcome(4, 1, 1));
    exam.graded(submit(exam, "mnist"), outcome(3, 2, 2));
    exam.graded(submit(exam, "mnist"), outcome(1, 4, 4));
    ProblemStanding standing = exam.sitting().standings().get(1);
    assertThat(standing.releases().stream().map(r -> number(r.shown()))).containsExactly(1, 1, 3);
    assertThat(standing.best()).extracting(a -> a == null ? 0 : a.number()).isEqualTo(3);
  }

  private static int number(@Nullable Attempt attempt) {
    return attempt == null ? 0 : attempt.number();
  }

  @Test
  void repeatsBecomeOneResult() throws Exception {
    Exam exam = start(BLUEPRINT.formatted("false", "{\"rule\": \"all\", \"repeats\": 2}"));
    Outcome one = outcome(0, 5, 5);
    Outcome two = outcome(3, 2, 1);
    Outcome both =
        new Outcome(
            List.of(one.gradings().get(0), two.gradings().get(0)), one.losses(), one.data());
    exam.graded(submit(exam, "iris"), both);
    assertThat(exam.sitting().standings().get(0).points()).isEqualTo(1);
    assertThatThrownBy(() -> new Outcome(List.of(), List.of(), null))
        .hasMessageContaining("gradings");
  }

  @Test
  void pausesStopTheClockWhereTheyAreAllowed() throws Exception {
    Exam exam = start();
    assertThatThrownBy(exam::resume).hasMessageContaining("is not paused");
    exam.pause();
    clock.pass(Duration.ofDays(2));
    assertThat(exam.sitting().left()).isEqualTo(Duration.ofMinutes(60));
    assertThat(exam.sitting().isOpen()).isFalse();
    assertThatThrownBy(() -> submit(exam, "iris")).hasMessageContaining("the exam is paused");
    assertThatThrownBy(exam::pause).hasMessageContaining("the exam is paused");
    exam.resume();
    clock.pass(Duration.ofMinutes(1));
    assertThat(exam.sitting().left()).isEqualTo(Duration.ofMinutes(59));
  }

  @Test
  void anExamThatMayNotBePausedIsNot() throws Exception {
    Exam strict = start(BLUEPRINT.formatted("false", "null"));
    assertThatThrownBy(strict::pause).hasMessageContaining("may not be paused");
  }

  @Test
  void changedResultsAndBlueprintsAreNoticed() throws Exception {
    Exam exam = start();
    Attempt attempt = submit(exam, "iris");
    exam.graded(attempt, outcome(9, 0, 0));
    Path outcome = exam.files().outcome(attempt);
    String text = Files.readString(outcome);
    Files.writeString(outcome, text.replace("\"points\":0", "\"points\":5"));
    assertThatThrownBy(() -> found().sitting())
        .isInstanceOf(SentenceException.class)
        .hasMessageContaining("iris-1.json is missing or was changed");
    Files.delete(outcome);
    assertThatThrownBy(() -> found().sitting()).hasMessageContaining("iris-1.json");
    Files.writeString(outcome, text);
    assertThat(found().sitting().attempts()).hasSize(1);
    Files.writeString(exam.files().blueprint(), BLUEPRINT.formatted("true", "null") + " ");
    assertThatThrownBy(() -> found().sitting()).hasMessageContaining("blueprint.json");
  }

  /** The sources of an arrival that was cut off are replaced by those of the next. */
  @Test
  void anArrivalThatIsCutOffCostsNothing() throws Exception {
    Exam exam = start();
    assertThatThrownBy(
            () ->
                exam.arrive(
                    "iris",
                    "digest",
                    kept -> {
                      Files.writeString(kept.resolve("Half.java"), "class");
                      throw new IOException("No space left on device");
                    }))
        .hasMessageContaining("No space left");
    assertThat(exam.sitting().attemptsLeft("iris")).isEqualTo(2);
    Attempt attempt = submit(exam, "iris");
    assertThat(attempt.number()).isEqualTo(1);
    assertThat(exam.files().sources(attempt)).isDirectoryNotContaining("glob:**Half.java");
  }

  @Test
  void examsAreFoundByIdAndFolder() throws Exception {
    Exam exam = start();
    String id = exam.files().id();
    assertThat(store().find(id).folder()).isEqualTo(exam.folder());
    assertThat(store().find(folder.resolve("내 시험").toString()).files().id()).isEqualTo(id);
    assertThatThrownBy(() -> store().find("other"))
        .hasMessageContaining("There is no exam other")
        .hasMessageContaining(id);
    exam.finish();
    Files.move(exam.folder(), folder.resolve("moved"));
    Exam second = start();
    assertThat(store().all()).hasSize(2);
    assertThat(found().files().id()).isEqualTo(second.files().id()).isNotEqualTo(id);
    assertThat(second.entries().stream().map(LedgerEntry::number)).isEqualTo(List.of(1));
    assertThat(second.secret("a")).isNotEqualTo(exam.secret("a"));
  }

  @Test
  void aStartThatFailsLeavesNoExam() throws Exception {
    Files.createDirectories(folder.resolve("내 시험"));
    Files.createFile(folder.resolve("내 시험").resolve(ExamFiles.LEDGER));
    assertThatThrownBy(this::start).isInstanceOf(IOException.class);
    assertThat(store().all()).isEmpty();
    assertThat(store().latest()).isEmpty();
  }

  @Test
  void theStateFolderFollowsThePlatform() {
    Map<String, String> home = Map.of("user.home", "/home/지수");
    assertState(Map.of("assay.state", "/x"), Map.of("ASSAY_STATE", "/y"), "/x");
    assertState(home, Map.of("ASSAY_STATE", "/y"), "/y");
    assertState(home, Map.of("XDG_STATE_HOME", "/z"), "/z/assay");
    assertState(home, Map.of(), "/home/지수/.local/state/assay");
    assertState(Map.of("user.home", "?"), Map.of("HOME", "/h"), "/h/.local/state/assay");
    assertState(
        Map.of("user.home", "/Users/x", "os.name", "Mac OS X"),
        Map.of("XDG_STATE_HOME", "/z"),
        "/Users/x/Library/Application Support/assay");
    assertState(
        Map.of("user.home", "/u", "os.name", "Windows 11"),
        Map.of("LOCALAPPDATA", "/local"),
        "/local/assay-state");
    assertState(
        Map.of(), Collections.emptyMap(), Path.of("").toAbsolutePath() + "/.local/state/assay");
  }

  private static void assertState(
      Map<String, String> properties, Map<String, String> environment, String folder) {
    assertThat(new StateFolder(properties::get, environment::get).path())
        .isEqualTo(Path.of(folder));
  }
}
