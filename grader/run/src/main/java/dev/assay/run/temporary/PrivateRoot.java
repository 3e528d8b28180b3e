package dev.assay.run.temporary;

import dev.assay.datasets.files.Reasons;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * The one folder of a process in the system's temporary folder, in which all its private ones lie.
 *
 * <p>The process holds a lock on a file in it for as long as it runs, however it ends; a folder
 * whose lock can be had is one that a killed process has left. A lock, unlike a process's number,
 * tells the truth between containers that share a temporary folder, too.
 */
final class PrivateRoot {
  static final String PREFIX = "assay-private-";
  static final String LOCK = ".lock";

  private static @Nullable PrivateRoot ours;

  private final Path path;
  private final FileChannel channel;

  private PrivateRoot(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * This process's folder: made at the first call, which also sweeps those of killed processes.
   *
   * @throws IOException when the temporary folder cannot be written; the message names it
   */
  static synchronized Path ofThisProcess() throws IOException {
    if (ours == null || !Files.isDirectory(ours.path)) {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
      try {
        ours = create(temporary);
        sweep(temporary, Files.getOwner(ours.path));
      } catch (IOException e) {
        throw new SentenceException(
            Sentence.of(
                FaultCode.TEMPORARY_NOT_USABLE,
                "folder",
                temporary.toString(),
                "reason",
                Reasons.of(e)),
            e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(ours::remove, "private-folders"));
    }
    return ours.path;
  }

  static synchronized boolean isAbove(Path path) {
    return ours != null && path.startsWith(ours.path) && !path.equals(ours.path);
  }

  /** A locked folder; another process may sweep one before it is locked. */
  private static PrivateRoot create(Path temporary) throws IOException {
    while (true) {
      Path folder = Files.createTempDirectory(temporary, PREFIX).toRealPath();
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (channel.tryLock() != null && Files.exists(folder.resolve(LOCK))) {
        // A child that root starts as another user goes through it to what it is given.
        permit(folder, "rwx--x--x");
        return new PrivateRoot(folder, channel);
      }
      channel.close();
    }
  }

  /** Sets permissions where the file system has them. */
  static void permit(Path folder, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }
  }

  private void remove() {
    try {
      channel.close();
      Removal.of(path);
    } catch (IOException e) {
      // The next process sweeps it.
    }
  }

  /** Removes what killed processes of a user have left; what is locked is in use. */
  static synchronized void sweep(Path temporary, UserPrincipal user) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        // To close a channel of its own lock file would give up the lock.
        boolean own = ours != null && ours.path.endsWith(folder.getFileName());
        if (!own && user.equals(owner(folder)) && isLeft(folder)) {
          Removal.of(folder);
        }
      }
    }
  }

  private static @Nullable UserPrincipal owner(Path path) {
    try {
      return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      // Another process has swept it.
      return null;
    }
  }

  private static boolean isLeft(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      // No lock yet, a process of another user's, or one that runs.
      return false;
    }
  }
}
