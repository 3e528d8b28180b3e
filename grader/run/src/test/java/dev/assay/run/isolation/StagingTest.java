package dev.assay.run.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.run.isolation.command.Mounts;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
  @TempDir Path folder;

  @Test
  void aFolderThatIsClosedToOthersIsCopied() throws Exception {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "this system has no permissions");
    Path submission = Files.createDirectories(folder.resolve("in"));
    Path source = submission.resolve("a/b/Answer.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class Answer {}");
    Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-------"));
    Path copies = Files.createDirectories(folder.resolve("copies"));
    Mounts mounts = new Mounts();
    mounts.reads(submission);
    Staging.under("/mnt", mounts, copies);
    try (Stream<Path> files = Files.walk(copies)) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactly(copies.resolve("copy0/a/b/Answer.java"));
    }
  }
}
