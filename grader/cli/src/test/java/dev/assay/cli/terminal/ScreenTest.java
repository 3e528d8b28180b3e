package dev.assay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.data.FetchView;
import dev.assay.cli.data.SmallData;
import dev.assay.findings.Catalogue;
import dev.assay.report.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final String ERASE = "\r\u001b[2K";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Screen screen(boolean live, int columns) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new Screen(out, new Terminal(live, columns));
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void replacesTheLiveLine() {
    Screen screen = screen(true, 80);
    screen.live("first");
    screen.live("second");
    screen.lines(List.of("stays"));
    assertThat(shown()).isEqualTo(ERASE + "first" + ERASE + "second" + ERASE + "stays\n");
  }

  @Test
  void cutsTheLiveLineSoThatItDoesNotWrap() {
    Screen screen = screen(true, 40);
    screen.live("x".repeat(100));
    screen.live("王".repeat(100));
    screen.live("한".repeat(100));
    screen.live("e\u0301".repeat(100));
    assertThat(shown())
        .isEqualTo(
            ERASE
                + "x".repeat(39)
                + ERASE
                + "王".repeat(19)
                + ERASE
                + "한".repeat(19)
                + ERASE
                + "e\u0301".repeat(39));
  }

  @Test
  void writesNoControlCharactersWhereNothingCanBeReplaced() {
    Screen screen = screen(false, 80);
    screen.live("working ...");
    screen.lines(List.of("one", "", "two\nthree"));
    assertThat(shown()).isEqualTo("one\n\ntwo\nthree\n");
  }

  @Test
  void aColouredLineEndsInTheTerminalsOwnColour() {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Screen screen = new Screen(out, new Terminal(false, 80, false, true));
    screen.print(List.of(new Line("PASSED\u001b[31m", Colour.GREEN), new Line("two", null)));
    assertThat(shown()).isEqualTo("\u001b[32mPASSED?[31m\u001b[0m\ntwo\n");
  }

  @Test
  void thereIsNoColourWhereTheTerminalHasNone() {
    screen(false, 80).print(List.of(new Line("FAILED", Colour.of(Verdict.FAILED))));
    assertThat(shown()).isEqualTo("FAILED\n");
  }

  @Test
  void showsControlCharactersOfOthersAsQuestionMarks() {
    Screen screen = screen(true, 80);
    screen.lines(List.of("a\u001b[31mb\u202ec\td\be\r"));
    assertThat(shown()).isEqualTo(ERASE + "a?[31mb?c d?e\n");
  }

  @Test
  void showsCommandsForABuildServerInAFormThatItDoesNotObey() {
    Screen screen = screen(false, 80);
    screen.lines(List.of("::error::x", "  ::set-output name=a::b", "a ##vso[task]", "##[error]"));
    screen.lines(List.of("List::of", "# Title", "## Part"));
    assertThat(shown())
        .isEqualTo(
            """
            : :error::x
              : :set-output name=a::b
            a # #vso[task]
            # #[error]
            List::of
            # Title
            ## Part
            """);
  }

  @Test
  void aFetchHasABarWithTheTimeLeft() {
    PrimitiveIterator.OfLong clock = Arrays.stream(new long[] {0, 3_000_000_000L}).iterator();
    FetchView view = new FetchView(screen(true, 80), Catalogue.english(), clock::nextLong);
    var file = SmallData.entry("one", "full").fileSet().files().get(0);
    view.started(file, URI.create("http://127.0.0.1/images.idx"), 0);
    view.progress(file, file.bytes() / 4);
    assertThat(shown()).endsWith(ERASE + "  [=====...............]  25 %  9.0 s left  images.idx");
  }
}
