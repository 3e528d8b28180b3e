package dev.assay.batch.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.BatchFolder;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.report.Circumstances;
import dev.assay.report.Digests;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Mode;
import dev.assay.report.Platform;
import dev.assay.report.Provenance;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.model.ModelStages;
import dev.assay.run.grading.GradingFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringDataTest {
  private static final long SEED = 42;
  private static final Problems PROBLEMS = Problems.load();
  private static final ProblemVariant IRIS = PROBLEMS.find("iris").orElseThrow().variants().get(0);

  private static final Sentence NOTE =
      Sentence.of(NoteCode.GRADES_TIME_UNKNOWN, "submission", "anna");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private DataStore store;

  @SuppressWarnings("NullAway.Init")
  private Dataset usual;

  @BeforeEach
  void keepPredictionsOfTheUsualExamples() throws Exception {
    Path embedded = Path.of(System.getProperty("assay.home"), "datasets", "embedded");
    store = new DataStore(embedded, null, folder.resolve("cache"));
    usual = store.load(IRIS.data(), SEED);
    for (Path file :
        List.of(files().model(), files().predictions(), files().untrainedPredictions())) {
      Files.writeString(file, "");
    }
    Files.writeString(files().predictedFeatures(), usual.hidden().features().sha256());
  }

  private GradingFiles files() {
    return new GradingFiles(folder);
  }

  private Dataset of(@Nullable HiddenSet corrected, String digest) throws Exception {
    GradeReport report =
        new GradeReport(
            new Submission("anna", "anna", null, List.of()),
            "iris",
            null,
            new Judgement(
                Verdict.CONTRACT_VIOLATION,
                List.of(Sentence.of(VerdictCode.DIVERGENCE_ADVICE)),
                0,
                5,
                List.of()),
            null,
            ModelStages.NONE,
            new Circumstances(
                null,
                Map.of(),
                new Provenance(
                    "0",
                    new Digests("p", digest, null, null),
                    SEED,
                    Map.of("data", "embedded"),
                    new Platform("17", "Linux", "amd64", null, 1, Mode.REPRODUCIBLE))));
    BatchFolder run = BatchFolder.at(Files.createDirectories(folder.resolve("run")));
    return new ScoringData(PROBLEMS, store, run, corrected).of(report, IRIS, files());
  }

  private HiddenSet set(NumericArray features, NumericArray labels) {
    return new HiddenSet(
        "iris",
        "embedded",
        data -> data.withSealed(new Examples(features, labels), "fingerprint", NOTE));
  }

  @Test
  void whatAResultWasScoredOnIsFoundByItsDigest() throws Exception {
    assertThat(of(null, usual.fingerprint()).hidden()).isEqualTo(usual.hidden());
    assertThatThrownBy(() -> of(null, "sealed")).hasMessageContaining("were not kept");
  }

  @Test
  void aCorrectedSetIsBroughtIntoTheOrderOfThePredictions() throws Exception {
    int size = usual.hidden().size();
    Examples backwards =
        usual.hidden().take(IntStream.range(0, size).map(i -> size - 1 - i).toArray());
    Dataset found = of(set(backwards.features(), backwards.labels()), usual.fingerprint());
    assertThat(found.hidden().features()).isEqualTo(usual.hidden().features());
    assertThat(found.hidden().labels()).isEqualTo(usual.hidden().labels());
    assertThat(found.entry().variant()).isEqualTo("embedded+sealed");
  }

  @Test
  void aSetOfOtherExamplesIsLeftAsItIs() throws Exception {
    Examples fewer = usual.hidden().take(new int[] {3, 2, 1});
    assertThat(of(set(fewer.features(), fewer.labels()), "x").hidden().size()).isEqualTo(3);
    float[] moved = new float[usual.hidden().features().size()];
    Examples other =
        new Examples(
            NumericArray.ofFloats(moved, usual.hidden().size(), 4), usual.hidden().labels());
    assertThat(of(set(other.features(), other.labels()), "x").hidden().features())
        .isEqualTo(other.features());
  }
}
