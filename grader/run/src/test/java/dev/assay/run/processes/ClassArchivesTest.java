package dev.assay.run.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.run.isolation.command.ClassArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {
  @TempDir private Path folder;
  private List<Path> classPath = List.of();

  @BeforeEach
  void jar() throws Exception {
    Path jar = Files.writeString(folder.resolve("a.jar"), "");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
    classPath = List.of(jar);
  }

  private ClassArchives archives(boolean recording) {
    return new ClassArchives(folder.resolve("archives"), recording);
  }

  private ClassArchive archive(boolean recording, Role role) throws Exception {
    return Objects.requireNonNull(archives(recording).of(role, classPath));
  }

  private void record(Role role, String content) throws Exception {
    Files.writeString(archive(true, role).file(), content);
    archives(true).keep(role);
  }

  @Test
  void areUsedOnceTheyAreRecorded() throws Exception {
    assertThat(archives(false).of(Role.BUILD, classPath)).isNull();
    record(Role.BUILD, "classes");
    assertThat(archive(false, Role.BUILD).recorded()).isFalse();
    assertThat(archive(false, Role.BUILD).file()).hasContent("classes");
    assertThat(archives(false).of(Role.TRAIN, classPath)).isNull();
  }

  @Test
  void oneThatWasNotWrittenChangesNothing() throws Exception {
    record(Role.BUILD, "classes");
    record(Role.BUILD, "");
    assertThat(archive(false, Role.BUILD).file()).hasContent("classes");
    assertThat(folder.resolve("archives")).isDirectoryContaining("glob:**BUILD.jsa");
    assertThat(folder.resolve("archives")).isDirectoryNotContaining("glob:**.jsa.*");
  }

  @Test
  void areNotRecordedWithAFolderOnTheClassPath() throws Exception {
    assertThat(archives(true).of(Role.BUILD, List.of(folder))).isNull();
  }

  @Test
  void areCurrentWhenAllAreYoungerThanTheClassPath() throws Exception {
    for (Role role : List.of(Role.BUILD, Role.TRAIN)) {
      record(role, "classes");
    }
    assertThat(archives(false).areCurrent(classPath)).isFalse();
    record(Role.PREDICT, "classes");
    assertThat(archives(false).areCurrent(classPath)).isTrue();
    Files.setLastModifiedTime(classPath.get(0), FileTime.fromMillis(Long.MAX_VALUE / 1_000_000));
    assertThat(archives(false).areCurrent(classPath)).isFalse();
  }
}
