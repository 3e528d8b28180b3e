package dev.assay.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWatchTest {
  private static final long LIMIT = 60;

  @TempDir private Path folder;

  private interface Change {
    void make() throws Exception;
  }

  /** Makes a change while somebody waits for it; fails where nobody hears of it. */
  private static void isHeard(SourceWatch watch, Change change) throws Exception {
    watch.look();
    CompletableFuture<Void> heard = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                watch.await();
                heard.complete(null);
              } catch (InterruptedException | RuntimeException e) {
                heard.completeExceptionally(e);
              }
            });
    waiting.start();
    try {
      change.make();
      heard.get(LIMIT, TimeUnit.SECONDS);
      assertThat(heard).isCompleted();
    } finally {
      waiting.interrupt();
      waiting.join();
    }
  }

  private void everyChangeIsHeard(SourceWatch watch) throws Exception {
    Path file = folder.resolve("a/b/Answer.java");
    isHeard(
        watch,
        () -> {
          Files.createDirectories(file.getParent());
          Files.writeString(file, "class Answer {}");
        });
    isHeard(watch, () -> Files.writeString(file, "class Answer { int longer; }"));
    isHeard(
        watch, () -> Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000))));
    isHeard(watch, () -> Files.delete(file));
  }

  @Test
  void hearsOfNewChangedAndDeletedSources() throws Exception {
    try (SourceWatch watch = SourceWatch.of(List.of(folder))) {
      everyChangeIsHeard(watch);
    }
  }

  @Test
  void hearsOfThemWithoutMessagesFromTheSystem() throws Exception {
    try (SourceWatch watch = SourceWatch.polling(List.of(folder))) {
      everyChangeIsHeard(watch);
    }
  }

  @Test
  void hearsOfASingleFileThatIsReplaced() throws Exception {
    Path file = Files.writeString(folder.resolve("Answer.java"), "class Answer {}");
    Path other = Files.writeString(folder.resolve("Answer.java.tmp"), "class Answer { int a; }");
    try (SourceWatch watch = SourceWatch.of(List.of(file))) {
      isHeard(watch, () -> Files.move(other, file, StandardCopyOption.REPLACE_EXISTING));
    }
  }

  @Test
  void otherFilesAndHiddenFoldersAreNoChange() throws Exception {
    try (SourceWatch watch = SourceWatch.of(List.of(folder))) {
      watch.look();
      Files.writeString(folder.resolve("notes.txt"), "no source");
      Path git = Files.createDirectories(folder.resolve(".git"));
      Files.writeString(git.resolve("Old.java"), "class Old {}");
      // Only the file that comes now ends the wait.
      isHeard(
          watch,
          () -> {
            assertThat(watch.differs()).isFalse();
            Files.writeString(folder.resolve("Answer.java"), "class Answer {}");
          });
    }
  }
}
