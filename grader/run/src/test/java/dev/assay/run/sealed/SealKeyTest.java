package dev.assay.run.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealKeyTest {
  @TempDir private Path folder;

  @Test
  void aKeyReadsBackAndIsNotShown() throws Exception {
    SealKey key = SealKey.random();
    SealKey again = SealKey.parse(" " + key.text() + "\r\n", "test");
    assertThat(again.text()).isEqualTo(key.text()).matches("ASSAY-KEY-1-[A-Za-z0-9_-]{43}");
    assertThat(again.id()).isEqualTo(key.id()).matches("[0-9a-f]{16}");
    assertThat(key).hasToString("key " + key.id());
    assertThat(SealKey.random().text()).isNotEqualTo(key.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ASSAY-KEY-1-",
        "ASSAY-KEY-2-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "ASSAY-KEY-1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "ASSAY-KEY-1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "ASSAY-KEY-1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
        "ASSAY-KEY-1-AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAA",
      })
  void whatIsNoKeyIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> SealKey.parse(text, "The file k"))
        .isInstanceOf(SealException.class)
        .hasMessageStartingWith("The file k contains no key: expected ASSAY-KEY-1- and 43 letters")
        .hasMessageNotContaining("AAAA");
  }

  @Test
  void aKeysFileIsTheUsersAlone() throws Exception {
    PosixFiles.assume();
    Path file = folder.resolve("k");
    SealKey key = SealKey.random();
    key.writeTo(file);
    assertThat(file).hasContent(key.text() + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void noKeyIsWrittenOverAnything() throws Exception {
    Path file = Files.writeString(folder.resolve("k"), "mine");
    assertThatThrownBy(() -> SealKey.random().writeTo(file))
        .hasMessage(file + " already exists and was not changed. Choose another name.");
    assertThat(file).hasContent("mine");
  }

  @Test
  void noKeyIsWrittenThroughALink() throws Exception {
    PosixFiles.assume();
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
    assertThatThrownBy(() -> SealKey.random().writeTo(link)).hasMessageContaining("already exists");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  /**
   * The key is that of PBKDF2: {@code hashlib.pbkdf2_hmac("sha256", "correct horse
   * b\u00e4ttery".encode(), bytes(range(32)), 600000)} in Python.
   */
  @Test
  void aPassphraseIsStretchedWhicheverWayItWasTyped() throws Exception {
    byte[] salt = new byte[32];
    for (int i = 0; i < salt.length; i++) {
      salt[i] = (byte) i;
    }
    Stretching stretching = new Stretching(600_000, salt);
    SealKey expected =
        new SealKey(
            HexFormat.of()
                .parseHex("2f22d773f4f01f41f83b60f935f93619317d62db97cdb19ce6e705eacf9a3004"));
    assertThat(new Passphrase("correct horse b\u00e4ttery", "test").unlock(stretching).text())
        .isEqualTo(expected.text());
    assertThat(new Passphrase("correct horse ba\u0308ttery", "test").unlock(stretching).text())
        .isEqualTo(expected.text());
  }

  @Test
  void aShortPassphraseIsRefusedAndNoneIsShown() throws Exception {
    assertThatThrownBy(() -> new Passphrase("secret", "The file p"))
        .hasMessage("The file p: a passphrase must have 12 to 1,000 characters, found 6.");
    assertThatThrownBy(() -> new Passphrase("x".repeat(1001), "p")).hasMessageContaining("1,001");
    assertThat(new Passphrase("correct horse", "p")).hasToString("passphrase");
  }
}
