package dev.assay.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();

  static List<DatasetEntry> entries() {
    return CATALOGUE.entries();
  }

  @Test
  void everyProblemHasAnEmbeddedVariant() {
    assertThat(entries().stream().filter(DatasetEntry::isEmbedded).map(DatasetEntry::id))
        .containsExactlyInAnyOrder(
            "iris", "mnist", "fashion-mnist", "basic-regression", "binary-classification");
  }

  @Test
  void findsAnEntry() {
    assertThat(CATALOGUE.entry("mnist", "full").title()).isEqualTo("MNIST");
    assertThat(CATALOGUE.variants("basic-regression"))
        .extracting(DatasetEntry::variant)
        .containsExactly("embedded", "full", "california");
    assertThat(CATALOGUE.variants("nothing")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATALOGUE.entry("iris", "full"))
        .withMessageStartingWith("Unknown data set: iris/full. Available: mnist/embedded, ");
  }

  @Test
  void refusesAnEntryTwice() {
    DatasetEntry iris = CATALOGUE.entry("iris", "embedded");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Catalogue(List.of(iris, iris)))
        .withMessage("entries must differ. Received twice: iris/embedded");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyEntryIsComplete(DatasetEntry entry) {
    assertThat(entry.origin().source()).isNotBlank();
    assertThat(entry.origin().licence()).isNotBlank();
    assertThat(entry.origin().citation()).isNotBlank();
    assertThat(entry.features().low()).isLessThan(entry.features().high());
    assertThat(entry.target().isClassification() && !entry.target().multiLabel())
        .isEqualTo(entry.split().stratified());
    for (DataFile file : entry.fileSet().files()) {
      assertThat(file.mirrors().isEmpty()).as(file.name()).isEqualTo(entry.isEmbedded());
      assertThat(file.mirrors()).extracting(URI::getScheme).isSubsetOf("https", "http");
      assertThat(file.mirrors()).allMatch(uri -> uri.getPath().endsWith("/" + file.name()));
    }
  }

  @Test
  void examplesOfSeveralLabelsAreNotSplitByClass() {
    DatasetEntry iris = CATALOGUE.entry("iris", "embedded");
    TableLayout layout =
        new TableLayout(
            List.of(Column.number("x"), Column.target("sea"), Column.target("sky")),
            Target.ofLabels("scene", "sea", "sky"),
            0,
            1,
            false);
    assertThat(scenes(iris, layout, SplitRule.shuffled(5, 5, 20)).target().multiLabel()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scenes(iris, layout, iris.split()))
        .withMessage("scenes/embedded: examples of several labels cannot be split by class");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageLayout(2, 2, layout.target()))
        .withMessage("an IDX file has one label an image. Received: [sea, sky]");
  }

  private static DatasetEntry scenes(DatasetEntry like, TableLayout layout, SplitRule split) {
    return new DatasetEntry(
        "scenes", "embedded", "Scenes", like.origin(), like.fileSet(), layout, split);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void theFirstMirrorIsReachedOverHttps(DatasetEntry entry) {
    for (DataFile file : entry.fileSet().files()) {
      assertThat(file.mirrors().stream().limit(1).map(URI::getScheme)).isSubsetOf("https");
    }
  }

  @Test
  void namesTheCommandThatFetches() {
    assertThat(CATALOGUE.entry("mnist", "full").fetchCommand())
        .isEqualTo("./assay data fetch mnist");
    assertThat(CATALOGUE.entry("basic-regression", "california").fetchCommand())
        .isEqualTo("./assay data fetch basic-regression --data california");
  }

  @Test
  void describesItsSplits() {
    assertThat(CATALOGUE.entry("iris", "embedded").split().describe())
        .isEqualTo("50 of 150 rows hidden, 20 for validation, by class and seed");
    assertThat(CATALOGUE.entry("mnist", "full").split().describe())
        .isEqualTo("the test files hidden, 5,000 of 60,000 rows for validation, by class and seed");
  }

  @Test
  void refusesWrongDescriptions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataFile.plain("../a", 1, "0".repeat(64)))
        .withMessage("name must be a plain file name. Received: ../a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataFile.plain("a", 1, "0"))
        .withMessage("sha256 must be 64 hexadecimal digits. Received: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataFile.plain("a", 1, "0".repeat(64)).from("file:///etc/"))
        .withMessage("mirrors must be reached over http or https. Received: file:///etc/a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SplitRule.Share(5, 5))
        .withMessage("a share must be in [1, 5). Received: 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Target.ofNumber("price", "euros", 0))
        .withMessage("scale must be positive. Received: 0.0");
  }
}
