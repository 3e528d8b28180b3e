package dev.assay.commons.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that only grows. */
class LineLogTest {
  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("log.jsonl");
  }

  @Test
  void linesFollowEachOther() throws IOException {
    LineLog.append(file, "{\"by\":\"홍길동\"}");
    LineLog.append(file, "");
    LineLog.append(file, "{}");
    assertThat(file).hasContent("{\"by\":\"홍길동\"}\n\n{}\n");
  }

  @Test
  void halfALineOfAFullDiskStaysByItself() throws IOException {
    Files.writeString(file, "{\"points\":3}\n{\"poi");
    LineLog.append(file, "{\"points\":4}");
    assertThat(Files.readAllLines(file))
        .containsExactly("{\"points\":3}", "{\"poi", "{\"points\":4}");
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() {
    assertThatThrownBy(() -> LineLog.append(folder.resolve("missing/log.jsonl"), "{}"))
        .isInstanceOf(NoSuchFileException.class);
  }
}
