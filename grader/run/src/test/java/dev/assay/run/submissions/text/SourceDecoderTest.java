package dev.assay.run.submissions.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceDecoderTest {
  private static SourceDecoder.Decoded decode(String text, Charset charset) {
    return Objects.requireNonNull(SourceDecoder.decode(text.getBytes(charset)));
  }

  @ParameterizedTest
  @CsvSource({
    "x-windows-949, // 붓꽃 분류 모델: 정규화한 뒤 은닉층 하나, x-windows-949",
    "windows-1252, // Größe der Blüten, windows-1252",
    "ISO-8859-1, // Größe, windows-1252",
    "windows-1252, // l’été d’œuvre: 20 €, windows-1252",
    "UTF-16LE, class A {} // 붓꽃, UTF-16LE",
    "UTF-16BE, class A {} // 붓꽃, UTF-16BE",
    "UTF-16, class A {} // 붓꽃, UTF-16BE",
    "UTF-8, class A {} // 붓꽃 🎓,",
  })
  void anEncodingThatCanBeToldIsDecoded(String charset, String text, String guess) {
    assertThat(decode(text, Charset.forName(charset)))
        .isEqualTo(new SourceDecoder.Decoded(text, guess == null ? null : Charset.forName(guess)));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(decode("\uFEFFclass A {}", charset).text()).isEqualTo("class A {}");
    }
  }

  @ParameterizedTest
  @CsvSource({"Shift_JIS, // アヤメの分類", "windows-1251, // цветы ириса", "EUC-JP, // アヤメ"})
  void anEncodingThatCannotBeToldIsNotGuessed(String charset, String text) {
    assertThat(SourceDecoder.decode(text.getBytes(Charset.forName(charset)))).isNull();
  }

  @Test
  void whatIsNoTextIsNotDecoded() {
    assertThat(SourceDecoder.decode(new byte[] {(byte) 0xff, 0, 1, 27, 91})).isNull();
    assertThat(SourceDecoder.decode(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8}))
        .isNull();
    assertThat(SourceDecoder.decode(new byte[0])).isEqualTo(new SourceDecoder.Decoded("", null));
  }
}
