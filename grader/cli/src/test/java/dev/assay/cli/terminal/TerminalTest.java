package dev.assay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(Terminal.of(false).columns()).isEqualTo(70);
    assertThat(Terminal.of(true, 70, "", Map.of())).isEqualTo(new Terminal(true, 70, false, true));
  }

  @Test
  void aTerminalThatDoesNotTellHas80Columns() {
    System.setProperty("assay.tty.out", "true");
    assertThat(Terminal.of(false).columns()).isEqualTo(80);
  }

  @Test
  void aDumbTerminalIsNeitherOverwrittenNorColoured() {
    assertThat(Terminal.of(true, 80, "", Map.of("TERM", "dumb")))
        .isEqualTo(new Terminal(false, 80, true, false));
  }

  @ParameterizedTest
  @CsvSource({
    "C, true",
    "POSIX, true",
    "ko_KR.eucKR, true",
    "de_DE.ISO-8859-1@euro, true",
    "ko_KR.UTF-8, false",
    "en_US.utf8, false",
    "C.UTF-8, false",
    "ko_KR, false",
    "'', false"
  })
  void aLocaleOfAnotherCharacterSetGetsAscii(String locale, boolean plain) {
    assertThat(Terminal.of(true, 80, locale, Map.of()).plain()).isEqualTo(plain);
  }

  @Test
  void noColorTurnsColoursOff() {
    assertThat(Terminal.of(true, 80, "", Map.of("NO_COLOR", "1")).coloured()).isFalse();
    assertThat(Terminal.of(true, 80, "", Map.of("NO_COLOR", "")).coloured()).isTrue();
  }

  @Test
  void whatGoesToAFileIsNeitherCutNorWrapped() {
    System.setProperty("assay.tty.out", "false");
    System.setProperty("assay.columns", "70");
    assertThat(Terminal.of(false).live()).isFalse();
    assertThat(Terminal.of(false).columns()).isEqualTo(Integer.MAX_VALUE);
    assertThat(Terminal.of(false, 70, "C", Map.of()))
        .isEqualTo(new Terminal(false, Integer.MAX_VALUE, false, false));
  }
}
