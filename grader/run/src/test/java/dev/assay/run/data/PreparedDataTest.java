package dev.assay.run.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.files.DataException;
import dev.assay.problems.Problems;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.Grader;
import dev.assay.run.TestProblem;
import dev.assay.run.Workbench;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.processes.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data for workers where the cache cannot be written. */
class PreparedDataTest {
  private static final DatasetEntry IRIS = Problems.load().catalogue().entry("iris", "embedded");

  @TempDir private Path folder;
  private final Installation here = Workbench.installation();
  private Path cache;

  @BeforeEach
  void letTheCacheBeBelowAFile() throws IOException {
    cache = Files.createFile(folder.resolve("file")).resolve("cache");
  }

  @Test
  void whatShipsWithAssayNeedsNone() throws DataException {
    DataStore store = new DataStore(here.embeddedData(), null, cache);
    Path hidden;
    Path train;
    try (PreparedData data = new PreparedData(store, cache, null)) {
      PreparedData.Prepared prepared = data.load(IRIS, 42);
      hidden = prepared.hiddenFeatures();
      train = prepared.train().features();
      assertThat(hidden).isNotEmptyFile();
      assertThat(train).isNotEmptyFile();
    }
    assertThat(hidden).doesNotExist();
    assertThat(train).doesNotExist();
  }

  @Test
  void itIsGradedAsEver() throws Exception {
    Installation bare = new Installation(here.home(), here.natives(), here.classPath(), cache);
    try (Grader grader = Workbench.grader(folder, bare, GradeOptions.withSeed(1))) {
      GradeReport report =
          grader.grade(
              Workbench.answer("trained.Good"),
              TestProblem.assignment(TestProblem.LIMITS),
              GradingListener.SILENT);
      assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    }
  }

  @Test
  void ofOtherDataItIsSaidWhatToDo() throws IOException {
    DatasetEntry full =
        new DatasetEntry(
            IRIS.id(),
            "full",
            IRIS.title(),
            IRIS.origin(),
            IRIS.fileSet(),
            IRIS.layout(),
            IRIS.split());
    DataStore store = new DataStore(folder, here.embeddedData(), cache);
    try (PreparedData data = new PreparedData(store, cache, null)) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> data.load(full, 42))
          .withMessageContaining("Set ASSAY_CACHE to a folder that can be written");
    }
  }
}
