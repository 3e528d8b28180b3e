package dev.assay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @AfterEach
  void forget() {
    System.clearProperty("assay.tty.out");
    System.clearProperty("assay.columns");
  }

  @Test
  void aTerminalHasItsWidthAndLinesThatCanBeOverwritten() {
    System.setProperty("assay.tty.out", "true");
    System.setProperty("assay.columns", "70");
    assertThat(Terminal.of(false)).isEqualTo(new Terminal(true, 70));
  }

  @Test
  void aTerminalThatDoesNotTellHas80Columns() {
    System.setProperty("assay.tty.out", "true");
    assertThat(Terminal.of(false).columns()).isEqualTo(80);
  }

  @Test
  void whatGoesToAFileIsNeitherCutNorWrapped() {
    System.setProperty("assay.tty.out", "false");
    System.setProperty("assay.columns", "70");
    assertThat(Terminal.of(false)).isEqualTo(new Terminal(false, Integer.MAX_VALUE));
  }
}
