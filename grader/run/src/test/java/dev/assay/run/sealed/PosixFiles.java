package dev.assay.run.sealed;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;

/** What tests of permissions and links need of a file system. */
final class PosixFiles {
  private PosixFiles() {}

  static void assume() {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "this file system has no POSIX permissions");
  }
}
