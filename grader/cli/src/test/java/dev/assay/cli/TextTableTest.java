package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
  private static TextTable table(String... last) {
    TextTable table = new TextTable("PROBLEM", "DATA", "LAST");
    table.add("iris", "embedded", last[0]);
    table.add("mnist", "full", last[1]);
    return table;
  }

  @Test
  void numbersAreSetToTheRight() {
    assertThat(table("7", "1,000").lines(80))
        .containsExactly(
            "PROBLEM  DATA       LAST", //
            "iris     embedded      7",
            "mnist    full      1,000");
  }

  @Test
  void textAtTheEndGivesWay() {
    assertThat(table("a title that is long", "short").lines(30))
        .containsExactly(
            "PROBLEM  DATA      LAST", //
            "iris     embedded  a title th…",
            "mnist    full      short");
  }

  @Test
  void whereColumnsDoNotFitEachRowIsAParagraph() {
    assertThat(table("a title that is long", "short").lines(25))
        .containsExactly(
            "iris: data embedded, last", //
            "  a title that is long",
            "mnist: data full, last",
            "  short");
    assertThat(table("7", "1,000").lines(23))
        .as("a number that is cut is another number")
        .containsExactly("iris: data embedded,", "  last 7", "mnist: data full, last", "  1,000");
  }
}
