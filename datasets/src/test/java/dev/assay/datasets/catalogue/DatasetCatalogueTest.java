package dev.assay.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.datasets.KnownTables;
import dev.assay.datasets.SmallImages;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetCatalogueTest {
  private static final DatasetEntry LETTERS = new SmallImages().entry("full");
  private static final DatasetCatalogue CATALOGUE =
      new DatasetCatalogue(List.of(KnownTables.iris(), KnownTables.cars(), LETTERS));

  @Test
  void findsAnEntry() {
    assertThat(CATALOGUE.entry("iris", "embedded").title()).isEqualTo("Iris");
    assertThat(CATALOGUE.variants("basic-regression"))
        .extracting(DatasetEntry::variant)
        .containsExactly("embedded");
    assertThat(CATALOGUE.variants("nothing")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATALOGUE.entry("iris", "full"))
        .withMessageStartingWith("Unknown data set: iris/full. Available: iris/embedded, ");
  }

  @Test
  void refusesAnEntryTwice() {
    DatasetEntry iris = CATALOGUE.entry("iris", "embedded");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DatasetCatalogue(List.of(iris, iris)))
        .withMessage("entries must differ. Received twice: iris/embedded");
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

  @Test
  void namesTheCommandThatFetches() {
    assertThat(LETTERS.fetchCommand()).isEqualTo("./assay data fetch small");
    assertThat(new SmallImages().entry("other").fetchCommand())
        .isEqualTo("./assay data fetch small --data other");
  }

  @Test
  void describesItsSplits() {
    assertThat(CATALOGUE.entry("iris", "embedded").split().sentence().text())
        .isEqualTo("50 of 150 rows hidden, 20 for validation, by class and seed");
    assertThat(LETTERS.split().sentence().text())
        .isEqualTo("the test files hidden, 6 of 60 rows for validation, by class and seed");
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
