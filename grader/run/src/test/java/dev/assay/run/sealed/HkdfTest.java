package dev.assay.run.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfTest {
  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /** RFC 4231, test case 2. */
  @Test
  void theMacIsThatOfTheRfc() {
    byte[] key = "Jefe".getBytes(StandardCharsets.US_ASCII);
    byte[] text = "what do ya want ".getBytes(StandardCharsets.US_ASCII);
    byte[] rest = "for nothing?".getBytes(StandardCharsets.US_ASCII);
    assertThat(Hkdf.hmac(key, text, rest))
        .isEqualTo(hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
  }

  /**
   * Worked out with Python:
   *
   * <pre>
   * prk = hmac.new(bytes(range(13)), b"\x0b" * 22, "sha256").digest()   # RFC 5869, A.1: 077709...
   * hmac.new(prk, b"assay" + b"\x01", "sha256").hexdigest()
   * </pre>
   */
  @Test
  void aKeyIsThatOfTheRfcForItsUse() {
    byte[] secret = hex("0b".repeat(22));
    byte[] salt = hex("000102030405060708090a0b0c");
    assertThat(Hkdf.derive(secret, salt, "assay"))
        .isEqualTo(hex("e2557afe71867a73b6146baa2ec0c617e3b8e7d8e97c50b5764f46b78344c32c"));
    assertThat(Hkdf.derive(secret, salt, "other"))
        .isNotEqualTo(hex("e2557afe71867a73b6146baa2ec0c617e3b8e7d8e97c50b5764f46b78344c32c"));
  }
}
