package dev.assay.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.fetch.CacheFolder;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.problems.Problems;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program of one's own loads, beside what a grading loads. */
class DatasetsTest {
  private static final Path EMBEDDED =
      Path.of(System.getProperty("assay.home"), "datasets/embedded");

  @TempDir private Path folder;

  @AfterEach
  void forgetTheDataFolder() {
    System.clearProperty("assay.data-dir");
  }

  private static Dataset graded(String name) throws Exception {
    return new DataStore(EMBEDDED, null, CacheFolder.current())
        .load(Problems.load().catalogue().entry(name, "embedded"), 42);
  }

  private static Stream<String> names() {
    return Datasets.names().stream();
  }

  @Test
  void everyProblemHasADataSet() {
    assertThat(Datasets.names())
        .contains(
            "basic-regression",
            "binary-classification",
            "fashion-mnist",
            "iris",
            "mnist",
            "multi-label");
  }

  @ParameterizedTest
  @MethodSource("names")
  void trainingAndValidationAreThoseOfAGrading(String name) throws Exception {
    PracticeData data = Datasets.load(name, "embedded");
    Dataset graded = graded(name);

    assertThat(bytes(data.trainAndTest())).isEqualTo(bytes(graded.train()));
    assertThat(bytes(data.validation())).isEqualTo(bytes(graded.validation()));
    assertThat(data.train().size() + data.test().size()).isEqualTo(graded.train().size());
    assertThat(data.test().size()).isEqualTo(data.validation().size());
    assertThat(data.input()).isEqualTo(data.test().features().example());
    assertThat(data.classes()).isEqualTo(graded.entry().target().classes());
    assertThat(data.columns()).isEqualTo(graded.entry().features().names());
  }

  private static List<ByteBuffer> bytes(Labelled part) {
    return List.of(part.features().values(), part.labels().values());
  }

  private static List<ByteBuffer> bytes(Examples part) {
    return List.of(part.features().littleEndianBytes(), part.labels().littleEndianBytes());
  }

  /** Tables may hold the same row twice, as iris does; images and long rows do not. */
  @ParameterizedTest
  @ValueSource(strings = {"mnist", "binary-classification", "multi-label"})
  void noHiddenExampleIsInAnyPart(String name) throws Exception {
    PracticeData data = Datasets.load(name);
    Set<ByteBuffer> hidden = new HashSet<>();
    Dataset graded = graded(name);
    int size = graded.hidden().features().rowSize() * graded.hidden().features().type().bytes();
    ByteBuffer all = graded.hidden().features().littleEndianBytes();
    for (int row = 0; row < graded.hidden().size(); row++) {
      hidden.add(all.slice(row * size, size));
    }

    assertThat(hidden).hasSize(graded.hidden().size());
    for (Labelled part : List.of(data.train(), data.validation(), data.test())) {
      for (int row = 0; row < part.size(); row++) {
        assertThat(hidden).doesNotContain(part.features().examples(row, row + 1).values());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fashion_mnist, fashion-mnist",
    "Iris, iris",
    "MNIST, mnist",
    "Binary Classification, binary-classification",
    "regression, basic-regression",
  })
  void namesMayBeWrittenInOtherWays(String given, String name) {
    assertThat(Datasets.load(given, "embedded").toString()).startsWith(name + " (embedded: ");
  }

  @Test
  void aWrongNameOrVariantIsToldAllThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.load("minst"))
        .withMessage(
            "Datasets: unknown data set 'minst'. Available: "
                + String.join(", ", Datasets.names())
                + ".");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.load("mnist", "small"))
        .withMessage("Datasets: mnist has no variant 'small'. Available: full, embedded.");
  }

  @Test
  void fullOfASetThatIsEmbeddedAsAWholeIsTheEmbeddedOne() {
    assertThat(Datasets.load("iris", "full").variant()).isEqualTo("embedded");
  }

  @Test
  void anotherSeedSplitsInAnotherWay() {
    TensorData usual = Datasets.load("iris", "embedded").validation().features();
    TensorData other = Datasets.load("iris", "embedded", 43).validation().features();

    assertThat(other.shape()).isEqualTo(usual.shape());
    assertThat(other.values()).isNotEqualTo(usual.values());
  }

  /** Ten rows in the form of Auto MPG: a user's own files may differ, and the notes say so. */
  @Test
  void fullDataIsTakenWhereTheDataFolderHasIt() throws Exception {
    StringBuilder csv =
        new StringBuilder(
            "mpg,cylinders,displacement,horsepower,weight,acceleration,model_year,origin,name\n");
    for (int row = 0; row < 10; row++) {
      csv.append(20 + row).append(",4,100,90,2500,15,76,usa,car ").append(row).append('\n');
    }
    Files.createDirectory(folder.resolve("auto-mpg"));
    Files.writeString(folder.resolve("auto-mpg/mpg.csv"), csv);
    System.setProperty("assay.data-dir", folder.toString());

    PracticeData data = Datasets.load("basic-regression");

    assertThat(data.variant()).isEqualTo("full");
    assertThat(data.notes()).isNotEmpty();
    assertThat(data.train().size() + data.test().size() + data.validation().size()).isEqualTo(8);
    assertThat(Datasets.load("mnist").variant()).isEqualTo("embedded");
  }

  @Test
  void whatIsMissingIsSaidWithTheWayToGetIt() {
    assertThatThrownBy(() -> Datasets.load("mnist", "full"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("assay data fetch mnist");
    System.setProperty("assay.data-dir", folder.resolve("nowhere").toString());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.load("mnist"))
        .withMessageContaining("assay.data-dir names a folder that does not exist: ");
  }
}
