package dev.assay.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.Bytes;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.DataException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenRowsTest {
  private static final TableLayout LAYOUT =
      new TableLayout(
          List.of(
              Column.number("power"),
              Column.oneHot("origin", "usa", "japan"),
              Column.target("kind"),
              Column.ignored("name")),
          Target.ofClasses("kind", "red", "blue"),
          0,
          500,
          false);

  private static GivenRows read(String text) throws DataException {
    return GivenRows.read(Bytes.file(text), LAYOUT);
  }

  @Test
  void columnsMayStandInAnyOrderAndTheTargetMayBeMissing() throws Exception {
    GivenRows rows = read("origin,power\r\njapan,7\r\n\r\nusa,-1.5\r\n");
    assertThat(rows.labelled()).isFalse();
    assertThat(rows.examples().features())
        .isEqualTo(NumericArray.ofFloats(new float[] {7, 0, 1, -1.5f, 1, 0}, 2, 3));
  }

  @Test
  void theTargetIsReadWhereItIsKnown() throws Exception {
    GivenRows rows = read("\uFEFFkind,power,name,origin\nblue,7,\"a, b\",japan\n");
    assertThat(rows.labelled()).isTrue();
    assertThat(rows.examples().labels()).isEqualTo(NumericArray.ofInts(new int[] {1}, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "power,kind\\n7,blue\\n | line 1: expected the header power,origin,kind; missing: [origin]",
        "power,origin,x\\n7,usa,1\\n | missing: [], unknown: [x]",
        "power,origin,power\\n7,usa,1\\n | more than once: [power]",
        "power,origin\\n7,mars\\n | line 2, column origin: expected one of [usa, japan], found \"mars\"",
        "power,origin\\nusa,usa\\n | column power: expected a number",
        "power,origin\\n7\\n | line 2: expected 2 fields, found 1",
        "power;origin\\n7;usa\\n | semicolon",
        "power,origin\\n | found none"
      })
  void whatDoesNotFitIsNamed(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }
}
