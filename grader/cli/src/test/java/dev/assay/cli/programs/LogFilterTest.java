package dev.assay.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogFilterTest {
  private static final String NOISE =
      """
      WARNING: All log messages before absl::InitializeLog() is called are written to STDERR
      I0000 00:00:1795993283.143828 13880 pass.cc:401] MLIR pass is not enabled
      """;

  private static String passed(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LogFilter(out).copy(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void notesOfTensorFlowAreLeftOut() throws IOException {
    assertThat(passed(NOISE + "mine\n" + NOISE + NOISE)).isEqualTo("mine\n");
  }

  @Test
  void everythingElsePassesByteForByte() throws IOException {
    String text = "\nWARNING: mine\nI0001\n경고\tW\r\n E0000 00:00:1 error\nIn: " + NOISE + "W";
    String shown =
        "\nWARNING: mine\nI0001\n경고\tW\r\n E0000 00:00:1 error\nIn: "
            + NOISE.substring(0, NOISE.indexOf('\n') + 1)
            + "W";

    assertThat(passed(text)).isEqualTo(shown);
  }

  @Test
  void aLineWithoutAnEndPassesToo() throws IOException {
    assertThat(passed("I0000 00")).isEqualTo("I0000 00");
  }
}
