package dev.assay.batch.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.Batch;
import dev.assay.batch.BatchFolder;
import dev.assay.batch.BatchListener;
import dev.assay.batch.HandedIn;
import dev.assay.batch.Samples;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.report.Verdict;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.building.ClassGrades;
import dev.assay.report.gradebook.building.GradebookBuilder;
import dev.assay.report.gradebook.building.HandedInWork;
import dev.assay.report.gradebook.building.OverrideEntry;
import dev.assay.report.gradebook.building.OverrideLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of two who handed in nothing that can be graded, and what its folder is read as. */
class RunResultsTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir private Path folder;
  private Path out = Path.of("");

  @BeforeEach
  void grade() throws Exception {
    Samples samples = new Samples(folder);
    Path all = Files.createDirectories(folder.resolve("class"));
    for (String name : List.of("ann", "ben")) {
      Path notes = Files.createDirectories(all.resolve(name)).resolve("notes.txt");
      Files.setLastModifiedTime(Files.writeString(notes, ""), FileTime.from(NOON));
    }
    BatchFolder batchFolder = BatchFolder.at(folder.resolve("out"));
    out = batchFolder.path();
    try (Batch batch =
        Batch.open(samples.workers(), samples.plan(false), batchFolder, BatchListener.SILENT)) {
      batch.run(HandedIn.find(List.of(all)));
    }
  }

  private ClassFiles files() {
    return new ClassFiles(out);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path result(String submission) {
    return out.resolve(submission).resolve("none/result.json");
  }

  private static List<String> notes(List<Sentence> notes) {
    return notes.stream().map(Sentence::text).toList();
  }

  @Test
  void allResultsAreReadWithTheirTimes() throws IOException {
    RunResults results = RunResults.read(out);
    assertThat(results.notes()).isEmpty();
    assertThat(results.work()).extracting(HandedInWork::submission).containsExactly("ann", "ben");
    assertThat(results.work())
        .allSatisfy(
            work -> {
              assertThat(work.handedIn()).isEqualTo(NOON);
              assertThat(work.entries()).containsExactly(work.submission());
              assertThat(work.waiting()).isFalse();
            });
    assertThat(results.reports())
        .extracting(report -> report.verdict())
        .containsOnly(Verdict.NO_ANSWER);
  }

  @Test
  void oneResultThatCannotBeReadIsNamedAndWaits() throws IOException {
    Files.writeString(result("ann"), "{");
    Files.createDirectories(out.resolve("ben/iris"));
    Files.copy(result("ben"), out.resolve("ben/iris/result.json"));
    RunResults results = RunResults.read(out);
    assertThat(results.work()).extracting(HandedInWork::waiting).containsExactly(true, true);
    assertThat(notes(results.notes()))
        .satisfiesExactly(
            text -> assertThat(text).contains("ann/none/result.json is not a result"),
            text ->
                assertThat(text)
                    .contains("ben/iris/result.json is the result of ben / none and does not"));
  }

  @Test
  void whoHasNoResultYetWaits() throws IOException {
    Files.delete(result("ann"));
    Gradebook gradebook = gradebook("{\"problems\": [\"iris\"]}");
    assertThat(gradebook.rows())
        .extracting(row -> row.grades().get(0).state())
        .containsExactly(GradeState.PENDING, GradeState.GRADED);
  }

  @Test
  void withoutEntriesTheResultsAreReadAndWhatIsNoEntryIsNamed() throws IOException {
    Files.writeString(out.resolve("entries.json"), "[]");
    assertThat(notes(RunResults.read(out).notes()))
        .singleElement()
        .asString()
        .contains("entries.json is not a result");
    Files.delete(out.resolve("entries.json"));
    assertThat(RunResults.read(out).work()).extracting(HandedInWork::handedIn).containsOnlyNulls();
  }

  private Gradebook gradebook(String settings) throws IOException {
    files().keepSettings(file("class.json", settings));
    return RunGrades.read(out).gradebook();
  }

  @Test
  void settingsAndRosterAreCopiedAndRead() throws IOException {
    assertThat(files().isClass()).isFalse();
    files().keepRoster(file("roster.csv", "id,name\nben,Ben Ray\nzoe,Zoe\n,none\n"));
    assertThat(files().isClass()).isTrue();
    Gradebook gradebook = gradebook("{\"problems\": [\"iris\"], \"passMark\": 70}");
    assertThat(gradebook.title()).isEqualTo("out");
    assertThat(gradebook.passMark()).isEqualTo(70);
    assertThat(gradebook.rows())
        .extracting(row -> row.student().name())
        .containsExactly("Ben Ray", "Zoe", "ann");
    ClassGrades grades = RunGrades.read(out);
    assertThat(notes(grades.notes())).hasSize(2).first().asString().contains("line 4");
  }

  @Test
  void settingsThatAreReplacedStay() throws IOException {
    files().keepSettings(file("class.json", "{\"passMark\": 1}"));
    files().keepSettings(file("class.json", "{\"passMark\": 1}"));
    assertThat(out.resolve("class.1.json")).doesNotExist();
    files().keepSettings(file("class.json", "{\"passMark\": 2}"));
    files().keepSettings(file("class.json", "{\"passMark\": 3}"));
    assertThat(out.resolve("class.1.json")).hasContent("{\"passMark\": 1}");
    assertThat(out.resolve("class.2.json")).hasContent("{\"passMark\": 2}");
    assertThat(files().settings().passMark()).isEqualTo(3);
  }

  @Test
  void pointsByHandAreReadAndStudentsAreFound() throws IOException {
    OverrideLog.append(
        files().overridesFile(), new OverrideEntry("ann", "iris", 4.0, "why", "Kim", NOON));
    Gradebook gradebook = gradebook("{\"problems\": [\"iris\"]}");
    assertThat(gradebook.rows().get(0).grades().get(0).points()).isEqualTo(4);
    assertThat(GradebookBuilder.student(RunGrades.records(out), "ben")).isPresent();
    assertThat(GradebookBuilder.student(RunGrades.records(out), "zoe")).isEmpty();
  }

  @Test
  void theKeyOfPseudonymsIsCopiedForItsOwnerAlone() throws IOException {
    file("class.key", "0123456789abcdef");
    Gradebook gradebook = gradebook("{\"problems\": [\"iris\"], \"anonymousKey\": \"class.key\"}");
    assertThat(gradebook.toString()).doesNotContain("ann", "ben");
    String name =
        gradebook.rows().stream().map(GradebookRow::student).findFirst().orElseThrow().id();
    assertThat(GradebookBuilder.student(RunGrades.records(out), name)).isPresent();
    Path key = out.resolve(".anonymous-key");
    if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(key))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    Files.delete(key);
    assertThatThrownBy(() -> RunGrades.read(out))
        .isInstanceOf(SentenceException.class)
        .hasMessageContaining(".anonymous-key, cannot be read");
  }

  @Test
  void aKeyThatIsTooShortIsRefusedBeforeAnythingIsCopied() throws IOException {
    file("class.key", "short");
    assertThatThrownBy(() -> gradebook("{\"anonymousKey\": \"class.key\"}"))
        .hasMessageContaining("at least 16 bytes. Received: 5");
    assertThat(files().isClass()).isFalse();
  }
}
