package dev.assay.datasets.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.Bytes;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
  private static final String HEADER = "power,origin,gear,price,name\n";
  private static final List<Column> COLUMNS =
      List.of(
          Column.numberOrDrop("power"),
          Column.oneHot("origin", "usa", "japan"),
          Column.oneHotByPrefix("gear", "auto", "manual"),
          Column.target("price"),
          Column.ignored("name"));
  private static final TableLayout PRICES =
      new TableLayout(COLUMNS, Target.ofNumber("price", "1000 euros", 1000), 0, 500, true);

  @Test
  void encodesColumnsAsDeclared() throws Exception {
    TableReader.Table table =
        read("100,usa,auto(l4),12500,\"a, \"\"b\"\"\"\n-1.5e1,japan,manual,8e3,b\n");
    assertThat(table.examples().features())
        .isEqualTo(NumericArray.ofFloats(new float[] {100, 1, 0, 1, 0, -15, 0, 1, 0, 1}, 2, 5));
    assertThat(table.examples().labels())
        .isEqualTo(NumericArray.ofFloats(new float[] {12.5f, 8}, 2));
    assertThat(table.notes()).isEmpty();
    assertThat(PRICES.features().names())
        .containsExactly("power", "origin=usa", "origin=japan", "gear=auto", "gear=manual");
  }

  @Test
  void readsClassNames() throws Exception {
    TableLayout layout =
        new TableLayout(
            List.of(Column.number("x"), Column.target("kind")),
            Target.ofClasses("kind", "red", "blue"),
            0,
            1,
            false);
    Examples examples =
        TableReader.read(Bytes.file("\uFEFFx,kind\r\n1,blue\r\n2,red\r\n"), layout).examples();
    assertThat(examples.labels()).isEqualTo(NumericArray.ofInts(new int[] {1, 0}, 2));
    assertThatThrownBy(() -> TableReader.read(Bytes.file("x,kind\n1,green\n"), layout))
        .hasMessageEndingWith("line 2, column kind: expected one of [red, blue], found \"green\"");
  }

  @Test
  void readsAColumnForEachLabel() throws Exception {
    List<Column> columns =
        List.of(
            Column.target("sea"), Column.number("x"), Column.target("sky"), Column.ignored("n"));
    TableLayout layout =
        new TableLayout(columns, Target.ofLabels("scene", "sea", "sky"), 0, 1, false);
    String header = "sea,x,sky,n\n";
    assertThat(
            TableReader.read(Bytes.file(header + "0,5,1,a\n1,6,1,b\n0,7,0,c\n"), layout)
                .examples()
                .labels())
        .isEqualTo(NumericArray.ofBytes(new byte[] {0, 1, 1, 1, 0, 0}, 3, 2));
    for (String field : List.of("2", "", "0.0", "true", " 1")) {
      assertThatThrownBy(
              () -> TableReader.read(Bytes.file(header + "0,5,%s,a\n".formatted(field)), layout))
          .hasMessageEndingWith(
              "line 2, column sky: expected 0 or 1, found \"%s\"".formatted(field));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new TableLayout(columns, Target.ofLabels("s", "a", "b", "c"), 0, 1, false))
        .withMessageStartingWith("columns must have a target for each label. Received: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Target.ofLabels("scene", "sea"))
        .withMessage("labels must be at least 2. Received: [sea]");
  }

  @Test
  void saysWhichRowsItDropped() throws Exception {
    TableReader.Table table =
        read("1,usa,auto,5,a\n,usa,auto,5,b\n2,usa,auto,5,c\n1,usa,auto,5,a\n1,usa,auto,5,a\n");
    assertThat(table.examples().size()).isEqualTo(2);
    assertThat(table.notes())
        .extracting(Sentence::text)
        .containsExactly(
            "1 of 5 rows without power was dropped",
            "2 of 5 rows that repeat another row were dropped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "1f", "0x10", "one", "", " 1", "1e999", "--1", "Infinity"})
  void refusesWhatIsNoNumber(String field) {
    assertThatThrownBy(() -> read("1,usa,auto,5,a\n1,usa,auto,\"%s\",a\n".formatted(field)))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            "line 3, column price: expected a number, found \"%s\"".formatted(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "-,25", "1,234", "1.234,5"})
  void namesTheCommaInANumber(String field) {
    assertThatThrownBy(() -> read("1,usa,auto,\"%s\",a\n".formatted(field)))
        .hasMessageEndingWith(
            "line 2, column price: expected a number with a decimal point and without commas, found \"%s\""
                .formatted(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n\n", "  \n\t\n ", ",,,,\n", "\n,,,,\n\n"})
  void readsOverBlankLinesAtTheEnd(String end) throws Exception {
    TableReader.Table table = read("1,usa,auto,5,a\n2,usa,auto,6,b\n" + end);
    assertThat(table.examples().size()).isEqualTo(2);
    assertThat(table.notes()).isEmpty();
  }

  @Test
  void aTableOfBlankLinesHasNoRows() {
    assertThatThrownBy(() -> read("\n\n"))
        .hasMessageEndingWith("expected rows under the header, found none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,usa,auto,5 | line 3: expected 5 fields, found 4",
        "1,usa,auto,5,a,b | line 3: expected 5 fields, found 6. Write decimal points",
        "1,5,usa,auto,7,5,a | line 3: expected 5 fields, found 7. Write decimal points",
        "1,usa,auto,5,a, | line 3: expected 5 fields, found 6. Remove the comma at the end",
        "1,mars,auto,5,a | line 3, column origin: expected one of [usa, japan], found \"mars\"",
        "1,usa,none,5,a | line 3, column gear: expected a start of [auto, manual], found \"none\"",
        "1,usa,auto,5,\"a | expected CSV (RFC 4180), found: ",
        "1,usa,auto,5,\"a\"b | expected CSV (RFC 4180), found: "
      })
  void namesTheLineAndWhatWasExpected(String row, String message) {
    assertThatThrownBy(() -> read("1,usa,auto,5,z\n" + row + "\n"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(Bytes.file("").path().toString())
        .hasMessageContaining(message);
  }

  @Test
  void namesABlankLineBeforeOtherRows() {
    assertThatThrownBy(() -> read("1,usa,auto,5,z\n\n\n2,usa,auto,5,z\n\n"))
        .hasMessageEndingWith(
            "line 3: expected 5 fields, found a blank line before other rows. Remove it.");
  }

  @Test
  void countsLinesAcrossQuotedLineBreaks() {
    assertThatThrownBy(() -> read("1,usa,auto,5,\"two\nlines\"\n1,usa,auto,x,a\n"))
        .hasMessageContaining("line 4, column price");
  }

  @Test
  void refusesAnEmptyTableAndOtherEncodings() {
    assertThatThrownBy(() -> read(""))
        .hasMessageEndingWith("expected rows under the header, found none");
    byte[] latin = (HEADER + "1,usa,auto,5,\u00e4\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> TableReader.read(Bytes.file(latin), PRICES))
        .hasMessageEndingWith("expected text in UTF-8, found other bytes");
  }

  @Test
  void aLayoutHasOneTarget() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new TableLayout(List.of(), Target.ofNumber("price", "euros"), 0, 1, false))
        .withMessageStartingWith("columns must have one target. Received: 0");
  }

  private static TableReader.Table read(String rows) throws DataException {
    return TableReader.read(Bytes.file(HEADER + rows), PRICES);
  }
}
