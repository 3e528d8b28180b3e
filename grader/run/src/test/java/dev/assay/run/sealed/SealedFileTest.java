package dev.assay.run.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.hidden.HiddenFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged, forged and hostile files. */
class SealedFileTest {
  private static final SealKey KEY = SealKey.random();
  private static final Subject SUBJECT = new Subject("iris", "embedded", "float32 [4]", 3);
  private static final SealedContent CONTENT =
      SealedContent.of(
          List.of(new HiddenFile("x.npy", new byte[50]), new HiddenFile("y.npy", new byte[9])));

  /** Behind magic, version, length and the three texts: examples, then iterations. */
  private static final int EXAMPLES = 12 + 5 + 9 + 12;

  private static final int ITERATIONS = EXAMPLES + 4;
  private static final int KEY_ID = ITERATIONS + 4 + 32;
  private static final int BODY_BYTES = KEY_ID + 8 + 12;
  private static final int HEADER = BODY_BYTES + 4 + 32;

  private final byte[] file;

  SealedFileTest() throws SealException {
    file = SealedFile.seal("f", SUBJECT, CONTENT, KEY).bytes();
  }

  private static SealedContent open(byte[] bytes) throws SealException {
    return SealedFile.parse("f", bytes).open(KEY);
  }

  private static void assertRefused(String message, byte[] bytes) {
    assertThatExceptionOfType(SealException.class)
        .isThrownBy(() -> open(bytes))
        .withMessageContaining(message);
  }

  /** A forger can put the checksum of the header right, as it needs no key. */
  private static byte[] withChecksum(byte[] bytes) {
    byte[] sum = HeaderReader.checksum(Arrays.copyOf(bytes, HEADER - 32));
    System.arraycopy(sum, 0, bytes, HEADER - 32, 32);
    return bytes;
  }

  private byte[] withInt(int offset, int value) {
    byte[] bytes = file.clone();
    ByteBuffer.wrap(bytes).putInt(offset, value);
    return withChecksum(bytes);
  }

  @Test
  void theWholeFileReadsBack() throws Exception {
    SealedContent content = open(file);
    assertThat(content.encode()).isEqualTo(CONTENT.encode());
    assertThat(SealedFile.parse("f", file).header().subject()).isEqualTo(SUBJECT);
    assertThat(SealedFile.parse("f", file).bytes()).isEqualTo(file);
  }

  @Test
  void everyBitThatIsFlippedIsFound() {
    for (int bit = 0; bit < 8 * file.length; bit++) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      String message =
          bit / 8 < 8
              ? "is not a sealed set"
              : bit / 8 < 10
                  ? "of the format of sealed files; this Assay reads version 1"
                  : bit / 8 < 12 ? "header" : bit / 8 < HEADER ? "is damaged" : "was changed after";
      assertThatExceptionOfType(SealException.class)
          .as("bit %d", bit)
          .isThrownBy(() -> open(flipped))
          .withMessageContaining(message);
    }
  }

  @Test
  void everyPlaceToCutItOffIsFound() {
    for (int length = 0; length < file.length; length++) {
      assertRefused("f is cut off: expected", Arrays.copyOf(file, length));
    }
    assertRefused("f has bytes after its end", Arrays.copyOf(file, file.length + 1));
  }

  @Test
  void blocksThatChangePlacesAreFound() {
    byte[] swapped = file.clone();
    System.arraycopy(file, HEADER, swapped, HEADER + 16, 16);
    System.arraycopy(file, HEADER + 16, swapped, HEADER, 16);
    assertRefused("was changed after it was sealed", swapped);
  }

  /** The whole header counts, with the right checksum and under the right key. */
  @ParameterizedTest
  @ValueSource(ints = {13, 20, 30, EXAMPLES + 3, ITERATIONS + 4, BODY_BYTES - 12})
  void aForgedHeaderIsFound(int offset) {
    byte[] forged = file.clone();
    forged[offset] ^= 1;
    assertRefused("was changed after it was sealed", withChecksum(forged));
  }

  @Test
  void aForgedKeyIdIsAnotherKey() {
    byte[] forged = file.clone();
    forged[KEY_ID] ^= 1;
    assertRefused("Wrong key: ", withChecksum(forged));
  }

  @Test
  void theContentOfAnotherFileUnderTheSameKeyIsFound() throws Exception {
    byte[] other = SealedFile.seal("f", SUBJECT, CONTENT, KEY).bytes();
    System.arraycopy(other, HEADER, file, HEADER, file.length - HEADER);
    assertRefused("was changed after it was sealed", file);
  }

  /** Refused before anything is derived: 2^31 rounds would take an hour. */
  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 599_999, 6_000_001, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
  void aHostileNumberOfIterationsIsRefused(int iterations) {
    assertRefused(
        "iterations must be 0 or from 600000 to 6000000. Received: " + iterations,
        withInt(ITERATIONS, iterations));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, (256 << 20) + 1, Integer.MAX_VALUE})
  void aHostileSizeIsRefused(int bodyBytes) {
    assertRefused("of content", withInt(BODY_BYTES, bodyBytes));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "1000"})
  void anotherSizeIsNotTheFiles(int bodyBytes) {
    assertThatThrownBy(() -> open(withInt(BODY_BYTES, bodyBytes)))
        .hasMessageContaining("expected %,d bytes, found %,d.", HEADER + bodyBytes, file.length);
  }

  @Test
  void aHostileNumberOfExamplesOrTextIsRefused() {
    assertRefused("examples must be positive. Received: -1", withInt(EXAMPLES, -1));
    for (int letter : new int[] {0, 0x1b, 0x80, 0xff, '\n'}) {
      byte[] forged = file.clone();
      forged[13] = (byte) letter;
      assertRefused("problem must be 1 to 200 printable ASCII", withChecksum(forged));
    }
    byte[] empty = file.clone();
    empty[12] = 0;
    assertRefused("is damaged", withChecksum(empty));
    byte[] endless = file.clone();
    endless[12] = (byte) 255;
    assertRefused("is damaged: expected more fields", withChecksum(endless));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11, 43, 1025, 65535})
  void aHostileLengthOfTheHeaderIsRefused(int length) {
    byte[] forged = file.clone();
    forged[10] = (byte) (length >> 8);
    forged[11] = (byte) length;
    assertRefused("is damaged: expected a header of at most 1,024 bytes", forged);
  }

  @Test
  void whatIsNoSealedFileIsNamed() {
    byte[] csv = "sepal_length,sepal_width\n".getBytes(StandardCharsets.UTF_8);
    assertRefused("is not a sealed set: expected the start 89 41 53 45 41 4c 0d 0a", csv);
    assertThatThrownBy(() -> SealedFile.read(Path.of("none")))
        .hasMessage("Cannot read none: there is no such file or folder");
    assertThatThrownBy(() -> SealedFile.read(Path.of("src"))).hasMessage("src is not a file.");
  }

  /** Only who has the key can make these; they are bounded all the same. */
  @ParameterizedTest
  @CsvSource({
    "'', must hold what it announces",
    "00, files must be 1 or 2. Received: 0",
    "01 01 61 7fffffff, must hold what it announces",
    "01 01 61 ffffffff, must hold what it announces",
    "01 01 61 00000000 00, must end with the last file",
    "01 01 2f 00000000, name must be",
    "01 02 2e2e 00000000, name must be",
    "01 00 00000000, name must be",
    "02 01 61 00000000 01 61 00000000, files must differ in their names",
    "03 01 61 00000000 01 62 00000000 01 63 00000000, files must be 1 or 2",
  })
  void contentThatBreaksTheRulesIsRefused(String hex, String message) {
    byte[] rest = HexFormat.of().parseHex(hex.replace(" ", ""));
    byte[] content = Arrays.copyOf(new byte[32], 32 + rest.length);
    System.arraycopy(rest, 0, content, 32, rest.length);
    assertThatThrownBy(() -> SealedContent.decode(content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theFingerprintIsOfContentAndSalt() {
    SealedContent same = new SealedContent(CONTENT.salt(), CONTENT.files());
    assertThat(same.fingerprint()).isEqualTo(CONTENT.fingerprint()).matches("[0-9a-f]{64}");
    assertThat(SealedContent.of(CONTENT.files()).fingerprint()).isNotEqualTo(CONTENT.fingerprint());
    SealedContent other =
        new SealedContent(CONTENT.salt(), List.of(new HiddenFile("x.npy", new byte[50])));
    assertThat(other.fingerprint()).isNotEqualTo(CONTENT.fingerprint());
  }
}
