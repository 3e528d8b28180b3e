package dev.assay.commons.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void aNewFileHasItsContentAndNothingElseIsLeft() throws Exception {
    WholeFile.write(folder.resolve("a"), bytes("content"));
    assertThat(folder.resolve("a")).hasContent("content");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void anOldFileIsReplacedByAShorterOne() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "old content");
    WholeFile.write(file, bytes("new"));
    WholeFile.writeUnforced(
        folder.resolve("b"), channel -> channel.write(ByteBuffer.wrap(bytes("b"))));
    assertThat(file).hasContent("new");
    assertThat(folder.resolve("b")).hasContent("b");
    assertThat(names()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aReaderSeesTheOldContentUntilTheNewIsComplete() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "old");
    WholeFile.write(
        file,
        channel -> {
          channel.write(ByteBuffer.wrap(bytes("half")));
          assertThat(file).hasContent("old");
          channel.write(ByteBuffer.wrap(bytes(" and half")));
        });
    assertThat(file).hasContent("half and half");
  }

  @Test
  void whereWritingFailsTheOldFileStaysAndNothingElseIsLeft() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    channel -> {
                      channel.write(ByteBuffer.wrap(bytes("half")));
                      throw new IllegalStateException("no more values");
                    }))
        .hasMessage("no more values");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void whereTheFileCannotBeReplacedNothingIsLeft() throws Exception {
    Path taken = folder.resolve("a");
    Files.createDirectories(taken.resolve("b"));
    assertThatThrownBy(() -> WholeFile.write(taken, bytes("x")))
        .isInstanceOf(FileSystemException.class);
    assertThat(names()).containsExactly("a");
    assertThat(taken.resolve("b")).isDirectory();
  }

  @Test
  void aNameMayBeAsLongAsOneCanBe() throws Exception {
    Path file = folder.resolve("x".repeat(255));
    WholeFile.write(file, bytes("x"));
    assertThat(file).hasContent("x");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void othersMayReadTheFileAsAnyNewOne() throws Exception {
    Path plain = Files.createFile(folder.resolve("plain"));
    Path file = folder.resolve("a");
    WholeFile.write(file, bytes("x"));
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void aMissingFolderIsNotMade() {
    Path file = folder.resolve("none/a");
    assertThatIOException()
        .isThrownBy(() -> WholeFile.write(file, bytes("x")))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theRootIsNoFile() {
    assertThatIOException()
        .isThrownBy(() -> WholeFile.write(Path.of("/"), bytes("x")))
        .withMessage("it is not a file");
  }

  @Test
  void aFinishedFileMovesOverAnother() throws Exception {
    Path from = Files.writeString(folder.resolve("from"), "new");
    Path to = Files.writeString(folder.resolve("to"), "old");
    WholeFile.move(from, to);
    assertThat(to).hasContent("new");
    assertThat(from).doesNotExist();
  }
}
