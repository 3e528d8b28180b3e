package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.paths.RawPaths;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole gradings of files, folders and classes with names of every kind. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "names there are not bytes")
class NamesTest {
  /** Korean, decomposed Korean, an emoji, a blank, quotes, "é" in Latin-1 and "답" in CP949. */
  private static final String NAME = "한국 \u1112\u1161\u11ab 😀 \"q' \udce9 \udcb4\udce4";

  /** As long as a name can be: 255 bytes. */
  private static final String LONG = "가".repeat(85);

  @TempDir Path folder;

  static Stream<Sandboxes> sandboxes() {
    return Stream.of(Sandboxes.best(), Sandboxes.plain("as the test wants it")).distinct();
  }

  /** An answer of a Korean name, in a folder and a file of such. */
  private static Submission submission(Path origin) throws IOException {
    String good = Files.readString(Workbench.ANSWERS.resolve("trained/Good.java"));
    String base = Files.readString(Workbench.ANSWERS.resolve("Base.java"));
    return Submission.of(
        LONG,
        origin,
        List.of(
            new SourceText("Base.java", base),
            new SourceText(
                "\u1112\u1161\u11ab 'a' 😀/붓꽃답안.java",
                good.replace("final class Good", "public final class 붓꽃답안"))));
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  void nothingHangsOnNames(Sandboxes sandboxes) throws Exception {
    Path own = folder(NAME);
    Installation here = Workbench.installation();
    Path cache = own.resolve("cache");
    Installation installation =
        new Installation(here.home(), here.natives(), here.classPath(), cache);
    Workers workers = new Workers(installation, sandboxes.sandbox(), Isolation.Level.NONE);
    DataStore store = new DataStore(here.embeddedData(), null, cache);
    GradeOptions options = GradeOptions.withSeed(42);
    try (Grader grader =
            new Grader(workers, store, options, List.of("iris"), own.resolve("reports"));
        Candidate candidate = grader.compile(submission(own))) {
      assertThat(candidate.warm()).as(String.valueOf(candidate.fault())).isNotNull();
      GradeReport report =
          grader.grade(
              candidate, TestProblem.assignment(TestProblem.LIMITS), GradingListener.SILENT);
      assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    }
    assertThat(RawPaths.resolve(own, "reports/" + LONG + "/iris/result.json")).isRegularFile();
    assertThat(cache.resolve("arrays")).isDirectory();
  }

  /** A folder of that name; some file systems have names in UTF-8 only. */
  private Path folder(String name) {
    try {
      return Files.createDirectories(RawPaths.resolve(folder, name));
    } catch (IOException e) {
      return Assumptions.abort("this file system has no names of any bytes");
    }
  }

  @ParameterizedTest
  @MethodSource("sandboxes")
  @Tag("exhaustive")
  void theDoctorFindsThatNamesWork(Sandboxes sandboxes) throws Exception {
    Workers workers =
        new Workers(Workbench.installation(), sandboxes.sandbox(), Isolation.Level.NONE);
    assertThat(new NamesTrial(workers, folder).fault()).isEmpty();
  }
}
