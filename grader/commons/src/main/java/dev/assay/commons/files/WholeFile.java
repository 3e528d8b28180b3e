package dev.assay.commons.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files of which a reader finds the old content or the whole new one, never a part.
 *
 * <p>The content is written to a temporary file in the same folder, {@code .UUID.tmp}, which then
 * takes the file's place in one step and with the permissions that any new file gets. Where writing
 * fails, the temporary file is removed and the old file stays as it was. The folder must exist.
 */
public final class WholeFile {
  private WholeFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it to a file that is open and empty. */
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Writes bytes and waits until the disk has them, so that a power failure leaves no empty file.
   *
   * @param file created, or replaced where it exists
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, channel -> writeAll(channel, ByteBuffer.wrap(content)));
  }

  /**
   * Writes a file and waits until the disk has it, so that a power failure leaves no empty file.
   *
   * @param file created, or replaced where it exists
   */
  public static void write(Path file, Content content) throws IOException {
    writeUnforced(
        file,
        channel -> {
          content.writeTo(channel);
          channel.force(true);
        });
  }

  /**
   * Writes a file that can be made again, such as an entry of a cache: without waiting for the
   * disk, so that a power failure may damage it.
   *
   * @param file created, or replaced where it exists
   */
  public static void writeUnforced(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("it is not a file");
    }
    // Not createTempFile, which lets nobody else read: a child process may be another user.
    // The file's own name may be as long as one can be.
    Path temporary = folder.resolve("." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        content.writeTo(channel);
      }
      move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Moves a finished file to its place, over the one that may be there.
   *
   * @param to a path on the same file system, best in the same folder: elsewhere the move may not
   *     be a single step
   */
  public static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer content) throws IOException {
    while (content.hasRemaining()) {
      channel.write(content);
    }
  }
}
