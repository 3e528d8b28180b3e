package dev.assay.run.submissions;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks the Java files of a zip, within bounds. */
final class Zips {
  private static final int MAX_ENTRIES = 10_000;

  private Zips() {}

  /**
   * Unpacks into a folder.
   *
   * @throws SubmissionException when it is no zip, too large, or names a file outside the folder
   */
  static void unpack(Path zip, Path folder) throws IOException, SubmissionException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      if (file.size() > MAX_ENTRIES) {
        throw new SubmissionException(
            "%s has %d entries; at most %d are read. Zip only your sources."
                .formatted(zip.getFileName(), file.size(), MAX_ENTRIES));
      }
      long left = SourceFiles.MAX_BYTES;
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory() && entry.getName().endsWith(".java")) {
          left -= unpack(zip, file, entry, folder, left);
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw new SubmissionException(
          "%s cannot be unpacked: it has a file and a folder of the same name"
              .formatted(zip.getFileName()));
    } catch (ZipException | EOFException e) {
      throw new SubmissionException(
          "%s is not a zip file that can be read (%s). Zip the folder again."
              .formatted(zip.getFileName(), e.getMessage()));
    }
  }

  private static Path target(Path zip, ZipEntry entry, Path folder) throws SubmissionException {
    try {
      return folder.resolve(entry.getName().replace('\\', '/')).normalize();
    } catch (InvalidPathException e) {
      throw new SubmissionException(
          "%s cannot be unpacked: %s is no name for a file"
              .formatted(zip.getFileName(), entry.getName()));
    }
  }

  private static long unpack(Path zip, ZipFile file, ZipEntry entry, Path folder, long left)
      throws IOException, SubmissionException {
    Path target = target(zip, entry, folder);
    if (!target.startsWith(folder) || target.equals(folder)) {
      throw new SubmissionException(
          "%s names a file outside itself: %s".formatted(zip.getFileName(), entry.getName()));
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = file.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      byte[] content = in.readNBytes((int) left + 1);
      if (content.length > left) {
        throw new SubmissionException(
            "%s unpacks to more than %d bytes of Java. Zip only your sources."
                .formatted(zip.getFileName(), SourceFiles.MAX_BYTES));
      }
      out.write(content);
      return content.length;
    }
  }
}
