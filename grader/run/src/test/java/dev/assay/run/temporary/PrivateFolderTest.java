package dev.assay.run.temporary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
  @TempDir Path temporary;

  /** What a killed process leaves: a folder with a lock file that nobody has locked. */
  private Path left(String name) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    Files.createFile(folder.resolve(PrivateRoot.LOCK));
    Files.createDirectories(folder.resolve("sources-1"));
    Files.writeString(folder.resolve("sources-1/0.java"), "class Secret {}");
    return folder;
  }

  private UserPrincipal user() throws IOException {
    return Files.getOwner(temporary);
  }

  @Test
  void whatAKilledProcessLeftIsSwept() throws Exception {
    Path left = left(PrivateRoot.PREFIX + "1");
    PrivateRoot.sweep(temporary, user());
    assertThat(left).doesNotExist();
  }

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void whatAProcessThatRunsHasLockedStays() throws Exception {
    Path used = left(PrivateRoot.PREFIX + "1");
    try (FileChannel channel =
            FileChannel.open(used.resolve(PrivateRoot.LOCK), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      PrivateRoot.sweep(temporary, user());
      assertThat(used.resolve("sources-1/0.java")).exists();
    }
  }

  @Test
  void foldersOfOtherNamesOrUsersOrWithoutALockStay() throws Exception {
    Path other = left("assay-of-somebody");
    Path beginning = Files.createDirectory(temporary.resolve(PrivateRoot.PREFIX + "2"));
    Path mine = left(PrivateRoot.PREFIX + "3");
    PrivateRoot.sweep(temporary, () -> "somebody else");
    assertThat(mine).exists();
    PrivateRoot.sweep(temporary, user());
    assertThat(other).exists();
    assertThat(beginning).exists();
    assertThat(mine).doesNotExist();
  }

  @Test
  void sweepingFollowsNoLink() throws Exception {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Path precious = Files.writeString(outside.resolve("precious"), "kept");
    Path left = left(PrivateRoot.PREFIX + "4");
    Files.createSymbolicLink(left.resolve("link"), outside);
    PrivateRoot.sweep(temporary, user());
    assertThat(left).doesNotExist();
    assertThat(precious).hasContent("kept");
  }

  @Test
  void aFolderIsPrivateAndGoesWithAllThatIsInIt() throws Exception {
    Path path;
    try (PrivateFolder folder = PrivateFolder.create("test")) {
      path = folder.path();
      assertThat(PrivateFolder.contains(path.resolve("file"))).isTrue();
      assertThat(PrivateFolder.contains(path.resolveSibling(""))).isFalse();
      Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "");
      assumeTrue(
          FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
          "this system has no permissions");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
    assertThat(path).doesNotExist();
  }
}
