package dev.assay.run.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.paths.RawPaths;
import dev.assay.run.isolation.command.ArgumentFile;
import dev.assay.run.isolation.command.Mounts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "names there are not bytes")
class MountsTest {
  /** A name with a blank, a quote, Korean and a byte that is no UTF-8. */
  private static final String NAME = "a '한 \udce9";

  @TempDir Path folder;

  @Test
  void whatIsShownHasANameOfOurOwnMaking() {
    Mounts mounts = new Mounts();
    assertThat(mounts.reads(RawPaths.resolve(folder, NAME))).isEqualTo(Path.of("/in/0/file"));
    assertThat(mounts.reads(folder.resolve("model.pb"))).isEqualTo(Path.of("/in/1/model.pb"));
    assertThat(mounts.writesInto(folder.resolve("..x y"))).isEqualTo(Path.of("/out/2/file"));
  }

  @Test
  void bubblewrapIsGivenTheBytesOfAName() throws Exception {
    Mounts mounts = new Mounts();
    mounts.reads(RawPaths.of("/d/" + NAME));
    Path file = folder.resolve("arguments");
    new ArgumentFile().add("--dir", "/tmp").add(mounts.all().get(0)).write(file);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .isEqualTo("--dir\0/tmp\0--ro-bind\0/d/a '\u00ed\u0095\u009c \u00e9\0/in/0/file\0");
  }

  @Test
  void aShellGetsTheBytesOfAName() throws Exception {
    Path path = RawPaths.of("/d/" + NAME + "\n");
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", "printf '%b' \"$1\"", "sh", OtherUser.octal(path))
            .start();
    assertThat(shell.getInputStream().readAllBytes()).isEqualTo(RawPaths.bytes(path));
    assertThat(shell.waitFor()).isZero();
  }
}
