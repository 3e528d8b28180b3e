package dev.assay.report.export.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.report.export.DownloadedFile;
import dev.assay.report.export.ExportException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTextTest {
  private static final int FILES = 300;
  private static final int COLUMNS = 6;
  private static final List<String> CELLS =
      List.of("", "a", "김철수", "Müller", "x\"y", "two\nlines", "a,b;c\td", " pad ", "\"", "5.0");

  private static DownloadedFile file(String text, Charset charset) {
    return DownloadedFile.decode("f.csv", text.getBytes(charset));
  }

  private static String cell(Random random, char delimiter) {
    String cell = CELLS.get(random.nextInt(CELLS.size()));
    boolean must = cell.chars().anyMatch(c -> c == '"' || c == '\n' || c == delimiter);
    return must || random.nextInt(4) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static String text(Random random, char delimiter, String end) {
    StringBuilder text = new StringBuilder("h0");
    for (int c = 1; c < COLUMNS; c++) {
      text.append(delimiter).append('h').append(c);
    }
    for (int r = 0; r < 4; r++) {
      text.append(end).append("row").append(r);
      for (int c = 1; c < COLUMNS; c++) {
        text.append(delimiter).append(cell(random, delimiter));
      }
    }
    return random.nextBoolean() ? text + end : text.toString();
  }

  private static List<List<String>> cells(String text, char delimiter) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    return new ArrayList<>(
        format.parse(new StringReader(text)).getRecords().stream().map(CSVRecord::toList).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "x-windows-949"})
  void oneCellChangesAndNothingElse(String encoding) throws IOException {
    Charset charset = Charset.forName(encoding);
    String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      char delimiter = ",;\t".charAt(random.nextInt(3));
      String text = text(random, delimiter, random.nextBoolean() ? "\r\n" : "\n");
      if (encoding.endsWith("949")) {
        text = text.replace('ü', 'u');
      }
      DownloadedFile file = file(mark + text, charset);
      assertThat(file.text().getBytes(file.charset())).isEqualTo((mark + text).getBytes(charset));
      DelimitedText read = DelimitedText.read(file);
      assertThat(read.text()).isEqualTo(mark + text);

      int row = 1 + random.nextInt(4);
      int column = 1 + random.nextInt(COLUMNS - 1);
      List<List<String>> expected = new ArrayList<>(cells(text, delimiter));
      expected.set(row, new ArrayList<>(expected.get(row)));
      expected.get(row).set(column, "4.5");
      read.rows().get(row).set(column, "4.5");
      assertThat(cells(read.text().substring(mark.length()), delimiter))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void aShortRowIsMadeLonger() throws IOException {
    DelimitedText text = DelimitedText.read(file("a,b,c\nx\n", StandardCharsets.UTF_8));
    assertThat(text.rows().get(1).value(2)).isEmpty();
    text.rows().get(1).set(2, "4");
    assertThat(text.text()).isEqualTo("a,b,c\nx,,4\n");
  }

  @Test
  void westernEncodingsAreKept() throws IOException {
    byte[] bytes = "Name;P\nM\u00FCller;\u20AC\n".getBytes(Charset.forName("windows-1252"));
    DownloadedFile file = DownloadedFile.decode("f", bytes);
    assertThat(file.text().getBytes(file.charset())).isEqualTo(bytes);
    byte[] odd = {'a', ',', (byte) 0x81, (byte) 0xFF, (byte) 0x8D, '\n'};
    DownloadedFile other = DownloadedFile.decode("f", odd);
    assertThat(other.text().getBytes(other.charset())).isEqualTo(odd);
    byte[] broken = {(byte) 0xFF, (byte) 0xFE, 'a'};
    DownloadedFile half = DownloadedFile.decode("f", broken);
    assertThat(half.text().getBytes(half.charset())).isEqualTo(broken);
    byte[] big = {(byte) 0xFE, (byte) 0xFF, 'a'};
    assertThat(DownloadedFile.decode("f", big).charset()).isEqualTo(StandardCharsets.ISO_8859_1);
  }

  @Test
  void brokenFilesAreRefused() {
    assertThatThrownBy(() -> DelimitedText.read(file("a,\"b\nc", StandardCharsets.UTF_8)))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("opening quote");
    assertThatThrownBy(() -> DelimitedText.read(file("", StandardCharsets.UTF_8)))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("is empty");
  }
}
