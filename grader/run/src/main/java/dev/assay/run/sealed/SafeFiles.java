package dev.assay.run.sealed;

import dev.assay.datasets.files.Reasons;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files whole or not at all, and over others only where that is meant. */
final class SafeFiles {
  private SafeFiles() {}

  /**
   * Writes a file that is not there yet and that only the user may read, where the platform has
   * such permissions.
   */
  static void writePrivate(Path file, byte[] content) throws SealException {
    FileAttribute<?>[] attributes =
        hasPermissions(file)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createFile(file, attributes);
    } catch (IOException e) {
      throw unwritten(file, e);
    }
    fill(file, content);
  }

  /** Writes a file that is not there yet. */
  static void writeNew(Path file, byte[] content) throws SealException {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw unwritten(file, e);
    }
    fill(file, content);
  }

  /** Puts new content in the place of a file's, in one step and with its permissions. */
  static void replace(Path file, byte[] content) throws SealException {
    try {
      Path real = file.toRealPath();
      Path beside = Files.createTempFile(real.getParent(), ".assay-", ".tmp");
      try {
        Files.write(beside, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        if (hasPermissions(real)) {
          Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(real));
        }
        Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw unwritten(file, e);
    }
  }

  private static boolean hasPermissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Deletes a file that could not be written in full. */
  private static void fill(Path file, byte[] content) throws SealException {
    try {
      Files.write(file, content, StandardOpenOption.WRITE);
    } catch (IOException e) {
      file.toFile().delete();
      throw unwritten(file, e);
    }
  }

  private static SealException unwritten(Path file, IOException e) {
    String name = file.toString();
    return new SealException(
        e instanceof FileAlreadyExistsException
            ? Sentence.of(FaultCode.FILE_EXISTS, "file", name)
            : Sentence.of(FaultCode.FILE_NOT_WRITTEN, "file", name, "reason", Reasons.of(e)),
        e);
  }
}
