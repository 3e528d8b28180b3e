package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.catalogue.Catalogue;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.fetch.FileCheck;
import dev.assay.datasets.files.RawFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedDataTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();

  @TempDir private Path cache;

  static List<DatasetEntry> embedded() {
    return CATALOGUE.entries().stream().filter(DatasetEntry::isEmbedded).toList();
  }

  @ParameterizedTest
  @MethodSource("embedded")
  void everyFileIsTheOneInTheCatalogue(DatasetEntry entry) throws Exception {
    DataStore store = store();
    assertThat(store.isAvailable(entry)).isTrue();
    assertThat(store.verify(entry)).extracting(FileCheck::status).containsOnly(FileCheck.Status.OK);
    for (FileCheck check : store.verify(entry)) {
      RawFile raw = RawFile.read(check.path());
      assertThat(raw.bytes()).hasSize((int) check.file().bytes());
      assertThat(raw.contentSha256()).isEqualTo(check.file().unpackedSha256());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "iris, 80, 20, 50",
    "binary-classification, 284, 85, 200",
    "mnist, 1217, 180, 400",
    "fashion-mnist, 5400, 600, 1000",
    "basic-regression, 130, 35, 60"
  })
  void hasTheSizesOfItsSplit(String id, int train, int validation, int hidden) throws Exception {
    Dataset data = store().load(CATALOGUE.entry(id, "embedded"), 1);
    assertThat(data.train().size()).isEqualTo(train);
    assertThat(data.validation().size()).isEqualTo(validation);
    assertThat(data.hidden().size()).isEqualTo(hidden);
  }

  @ParameterizedTest
  @MethodSource("embedded")
  void isAsTheCatalogueDescribesIt(DatasetEntry entry) throws Exception {
    DescribedData.check(store().load(entry, 3));
  }

  @Test
  void saysThatRepeatedCarsWereDropped() throws Exception {
    Dataset data = store().load(CATALOGUE.entry("basic-regression", "embedded"), 1);
    assertThat(data.notes()).containsExactly("9 of 234 rows that repeat another row were dropped");
  }

  @Test
  void theSeedDecidesTheSplitAndTheFingerprint() throws Exception {
    DatasetEntry iris = CATALOGUE.entry("iris", "embedded");
    Dataset one = store().load(iris, 1);
    assertThat(store().load(iris, 1)).isEqualTo(one);
    Dataset two = store().load(iris, 2);
    assertThat(two.fingerprint()).isNotEqualTo(one.fingerprint());
    assertThat(two.hidden()).isNotEqualTo(one.hidden());
  }

  /** Files, reader and split together must give the same on every platform. */
  @Test
  void theFingerprintNeverChanges() throws Exception {
    assertThat(store().load(CATALOGUE.entry("iris", "embedded"), 42).fingerprint())
        .isEqualTo("d13a1f07e305848125b7c14cb03ef9eec310b0be6be3dd95fdc58bb9aa2ef8be");
  }

  @Test
  void breastCancerIsNumberedAsInScikitLearn() throws Exception {
    Dataset data = store().load(CATALOGUE.entry("binary-classification", "embedded"), 1);
    int malignant = 0;
    for (Examples part : List.of(data.train(), data.validation(), data.hidden())) {
      for (int i = 0; i < part.size(); i++) {
        malignant += part.labels().getInt(i) == 0 ? 1 : 0;
      }
    }
    assertThat(malignant).isEqualTo(212);
  }

  private DataStore store() {
    return new DataStore(TestData.embedded(), null, cache);
  }
}
