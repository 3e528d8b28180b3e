package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.Catalogue;
import dev.assay.datasets.files.DataException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads real data where there is some. */
class PublishedDataTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();

  @TempDir private Path empty;

  @ParameterizedTest
  @CsvSource({
    "mnist, full, 55000, 5000, 10000",
    "fashion-mnist, full, 55000, 5000, 10000",
    "basic-regression, full, 254, 60, 78",
    "basic-regression, california, 13346, 3000, 4087"
  })
  void isAsTheCatalogueDescribesIt(String id, String variant, int train, int validation, int hidden)
      throws Exception {
    Dataset data = load(id, variant);
    assertThat(data.train().size()).isEqualTo(train);
    assertThat(data.validation().size()).isEqualTo(validation);
    assertThat(data.hidden().size()).isEqualTo(hidden);
    DescribedData.check(data);
  }

  @Test
  void saysWhichRowsWereDropped() throws Exception {
    assertThat(load("basic-regression", "full").notes())
        .containsExactly("6 of 398 rows without horsepower were dropped");
    assertThat(load("basic-regression", "california").notes())
        .containsExactly("207 of 20640 rows without total_bedrooms were dropped");
  }

  @Test
  void housesAreWorthHundredsOfThousands() throws Exception {
    NumericArray values = load("basic-regression", "california").hidden().labels();
    for (int i = 0; i < values.size(); i++) {
      assertThat(values.getFloat(i)).isBetween(0.14f, 5.1f);
    }
  }

  private Dataset load(String id, String variant) throws DataException {
    return new DataStore(empty, TestData.published(), empty).load(CATALOGUE.entry(id, variant), 1);
  }
}
