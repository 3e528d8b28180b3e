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
import org.junit.jupiter.params.provider.ValueSource;

class TableHeaderTest {
  private static final TableLayout PRICES =
      new TableLayout(
          List.of(
              Column.number("power"),
              Column.ignored("name"),
              Column.number("gear"),
              Column.target("price")),
          Target.ofNumber("price", "euros"),
          0,
          500,
          false);
  private static final String EXPECTED = "line 1: expected the header power,name,gear,price; ";

  private static void assertRefused(String text, String fault) {
    assertThatThrownBy(() -> TableReader.read(Bytes.file(text), PRICES))
        .isInstanceOf(DataException.class)
        .hasMessage("%s, %s%s", Bytes.file("").path(), EXPECTED, fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "power,name,gear,label ! missing: [price], unknown: [label]",
        "power,name,price ! missing: [gear], unknown: []",
        "name,power,gear,price ! the order differs",
        "power,name,gear,price,gear ! more than once: [gear]",
        "'' ! missing: [power, name, gear, price], unknown: []",
        "'power, Name,gear,PRICE' ! missing: [name, price], unknown: [ Name, PRICE]; names must match exactly, including blanks and capitals"
      })
  void namesTheColumnsOfAnotherHeader(String header, String fault) {
    assertRefused(header + "\n1,2,3,4\n", fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"\"", "Unnamed: 0"})
  void aNamelessFirstColumnIsNamedAsAnIndex(String name) {
    assertRefused(
        name + ",power,name,gear,price\n0,1,a,2,3\n",
        "the first column has no name, like an index or row names. Remove it (index=False in pandas, row.names=FALSE in R)");
  }

  @Test
  void aNamelessLaterColumnIsNamedByItsPlace() {
    assertRefused(
        "power,name,gear,price,\n1,a,2,3,\n",
        "column 5 has no name. Remove the column or its comma");
    assertRefused(
        "power,,gear,price\n1,a,2,3\n",
        "missing: [name], unknown: []; column 2 has no name. Remove the column or its comma");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '!',
      value = {
        "power;name;gear;price ! ; ! semicolons",
        "\"power\";\"name\";\"gear\";\"price\" ! ; ! semicolons",
        "\"\";\"power\";\"name\";\"gear\";\"price\" ! ; ! semicolons",
        "Leistung;Preis ! ; ! semicolons",
        "power|name|gear|price ! | ! vertical bars",
        "power;na,me;gear;price ! ; ! semicolons",
        "power@name@gear@price ! @ ! tabs"
      })
  void anotherSeparatorIsNamed(String header, String separator, String name) {
    String file = header + "\n1;a,b;3;4\n".replace(";", separator);
    assertRefused(
        file.replace('@', '\t'),
        "found columns separated by %s, not by commas. Save it as CSV with commas between the columns."
            .formatted(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4,25", "\"4,25\"", " 4,25"})
  void decimalCommasAreNamedWithTheSeparator(String number) {
    assertRefused(
        "power;name;gear;price\n1;a,b;3;4\n1;a;3;%s\n".formatted(number),
        "found columns separated by semicolons, not by commas, and decimal commas (4,25)."
            + " Save it as CSV with commas between the columns and decimal points (4.25).");
  }

  @Test
  void otherSeparatorsInRowsAreText() throws Exception {
    String text = "power,name,gear,price\n1,a;b|c\td,3,4\n";
    assertThat(TableReader.read(Bytes.file(text), PRICES).examples().features())
        .isEqualTo(NumericArray.ofFloats(new float[] {1, 3}, 1, 2));
  }
}
