package dev.assay.commons.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.commons.text.TextTable.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static final Column TITLE = Column.left("TITLE").cutTo(8);

  private static TextTable table(Column last, String... cells) {
    TextTable table = new TextTable(Column.left("PROBLEM"), Column.left("DATA"), last);
    table.add("iris", "embedded", cells[0]);
    table.add("mnist", "full", cells[1]);
    return table;
  }

  @Test
  void numbersAreSetToTheRight() {
    assertThat(table(Column.right("LAST"), "7", "1,000").lines(80))
        .containsExactly(
            "PROBLEM  DATA       LAST", //
            "iris     embedded      7",
            "mnist    full      1,000");
  }

  @Test
  void headersOfTwoLinesStandAboveThoseOfOne() {
    TextTable table = table(Column.right("MAX\nEPOCHS"), "7", "1,000");
    assertThat(table.lines(80))
        .containsExactly(
            "                      MAX",
            "PROBLEM  DATA      EPOCHS",
            "iris     embedded       7",
            "mnist    full       1,000");
    assertThat(table.linesOrParagraphs(20)).startsWith("iris: data embedded,", "  max epochs 7");
  }

  @Test
  void columnsWithHangulEmojiAndCombiningMarksAlign() {
    TextTable table = new TextTable(Column.left("이름"), Column.right("점수"), Column.left("VERDICT"));
    table.add("한글 이름", "5/5", "PASSED");
    table.add("\u1112\u1161\u11AB", "12/15", "한글");
    table.add("Rene\u0301", "0/5", "FAILED");
    table.add("\uD83D\uDE42", "1/5", "FAILED");
    table.add("plain", "10/15", "FAILED");
    assertThat(table.lines(80))
        .containsExactly(
            "이름        점수  VERDICT",
            "한글 이름    5/5  PASSED",
            "\u1112\u1161\u11AB         12/15  한글",
            "Rene\u0301         0/5  FAILED",
            "\uD83D\uDE42           1/5  FAILED",
            "plain      10/15  FAILED");
  }

  @Test
  void everyCutRowIsAsWideAsTheLine() {
    TextTable table = table(TITLE, "가나다라마바사아자차", "a title that is long");
    for (int width = table.lines(0).stream().mapToInt(DisplayWidth::of).max().orElse(0);
        width < 45;
        width++) {
      assertThat(table.fits(width)).isTrue();
      int most = width;
      assertThat(table.lines(width)).allMatch(line -> DisplayWidth.of(line) <= most);
    }
    assertThat(table.fits(26)).isFalse();
  }

  @Test
  void textThatMayBeCutGivesWay() {
    assertThat(table(TITLE, "a title that is long", "short").lines(30))
        .containsExactly(
            "PROBLEM  DATA      TITLE", //
            "iris     embedded  a title th…",
            "mnist    full      short");
  }

  @Test
  void theWidestColumnGivesWayFirst() {
    TextTable table =
        new TextTable(Column.left("a").cutTo(3), Column.left("b").cutTo(3), Column.left("c"));
    table.add("123456", "1234567890", "12345678901234");
    assertThat(table.lines(30).get(1)).isEqualTo("123456  12345…  12345678901234");
    assertThat(table.lines(26).get(1)).isEqualTo("123…  123…  12345678901234");
    assertThat(table.lines(5).get(1)).isEqualTo("12…  12…  12345678901234");
  }

  @Test
  void whereColumnsDoNotFitEachRowIsAParagraph() {
    assertThat(table(TITLE, "a title that is long", "short").linesOrParagraphs(25))
        .containsExactly(
            "iris: data embedded,", //
            "  title a title that is",
            "  long",
            "mnist: data full, title",
            "  short");
    assertThat(table(Column.right("LAST"), "7", "1,000").linesOrParagraphs(23))
        .as("a number that is cut is another number")
        .containsExactly("iris: data embedded,", "  last 7", "mnist: data full, last", "  1,000");
  }

  @Test
  void whereTheyFitThereIsATable() {
    assertThat(table(Column.right("LAST"), "7", "1,000").linesOrParagraphs(24)).hasSize(3);
  }

  @Test
  void cellsOfOthersAreMadeHarmless() {
    TextTable table = new TextTable(List.of(Column.left(""), Column.left("")), 1);
    table.add("a\u001b[31m", "b\nc");
    assertThat(table.lines(80)).containsExactly("", "a?[31m b?c");
  }

  @Test
  void aRowWithAnotherNumberOfCellsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextTable(TITLE).add("a", "b"))
        .withMessage("a row must have 1 cells. Received: [a, b]");
  }
}
