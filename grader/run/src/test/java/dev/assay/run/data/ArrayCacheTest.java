package dev.assay.run.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.datasets.files.DataException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayCacheTest {
  private static final int SIZE = 100;

  @TempDir Path root;

  /** As an earlier process left it: nobody holds it. */
  private Path left(String name, int secondsAfterTheFirst) throws Exception {
    Path folder = root.resolve(name);
    Files.createDirectories(folder.resolve("open"));
    Files.write(folder.resolve("open/a.npy"), new byte[SIZE]);
    Path marker = Files.createFile(folder.resolve(".used"));
    Files.setLastModifiedTime(marker, FileTime.fromMillis(1000L * secondsAfterTheFirst));
    return folder;
  }

  private Path hold(String name) throws DataException {
    return new ArrayCache(root, 3 * SIZE)
        .hold(name, folder -> Files.write(folder.resolve("a.npy"), new byte[SIZE]));
  }

  @Test
  void beyondTheBoundWhatWasUsedLongestAgoGoes() throws Exception {
    Path second = left("second", 2);
    Path first = left("first", 1);
    Path third = left("third", 3);
    Path held = hold("new");
    assertThat(held.resolve("a.npy")).hasSize(SIZE);
    assertThat(first).doesNotExist();
    assertThat(second).exists();
    assertThat(third).exists();
  }

  @Test
  void useIsWhatCountsNotAge() throws Exception {
    Path first = left("first", 1);
    Path second = left("second", 2);
    left("third", 3);
    hold("first");
    hold("new");
    assertThat(first).exists();
    assertThat(second).doesNotExist();
  }

  @Test
  void whatThisProcessHoldsStays() throws Exception {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      hold(name);
    }
    hold("a");
    assertThat(root.toFile().list((folder, name) -> !name.startsWith("."))).hasSize(5);
  }

  @Test
  void whatAnotherProcessHoldsStays() throws Exception {
    Path first = left("first", 1);
    Path second = left("second", 2);
    left("third", 3);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                root.toString(),
                "first")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("held");
      Files.setLastModifiedTime(first.resolve(".used"), FileTime.fromMillis(0));
      hold("new");
      assertThat(first).exists();
      assertThat(second).doesNotExist();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void aClockThatJumpsBackTakesNothingThatIsInUse() throws Exception {
    Path first = left("first", 1);
    left("second", 2);
    left("third", 3);
    hold("first");
    ArrayCache jumped = new ArrayCache(root, SIZE, () -> Instant.EPOCH);
    Path held = jumped.hold("new", folder -> Files.write(folder.resolve("a.npy"), new byte[SIZE]));
    assertThat(first).exists();
    assertThat(held.resolve("a.npy")).hasSize(SIZE);
    assertThat(root.resolve("second")).doesNotExist();
    assertThat(root.resolve("third")).doesNotExist();
  }

  @Test
  void whatAKilledProcessLeftHalfWrittenGoes() throws Exception {
    Path first = left("first", 1);
    Path half = Files.write(first.resolve("open/.a.npy.0-1.tmp"), new byte[7]);
    hold("first");
    assertThat(half).doesNotExist();
    assertThat(first.resolve("open/a.npy")).hasSize(SIZE);
  }

  /** Another grader, until it is ended. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      new ArrayCache(Path.of(args[0]), Long.MAX_VALUE).hold(args[1], folder -> {});
      System.out.println("held");
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Test
  void aCacheThatCannotBeWrittenIsSaidWithTheReasonAndWhatToDo() throws Exception {
    Path file = Files.createFile(root.resolve("file"));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new ArrayCache(file, SIZE).hold("a", folder -> {}))
        .withMessage(
            "The cache %s cannot be written (it is not a folder). Set ASSAY_CACHE to a folder that can be written and has room."
                .formatted(file));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                new ArrayCache(root, SIZE)
                    .hold(
                        "a",
                        folder -> {
                          throw new java.io.IOException("No space left on device");
                        }))
        .withMessageContaining("(No space left on device). Set ASSAY_CACHE");
  }
}
