package dev.assay.run.submissions;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks the Java files of a zip, within bounds. */
final class Zips {
  private static final int MAX_ENTRIES = 10_000;

  /** Bytes of a part of a name, and of a whole one: what file systems take, with room to spare. */
  private static final int MAX_PART = 255;

  private static final int MAX_NAME = 1000;
  private static final int SHOWN = 100;

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
            String.format(
                Locale.ROOT,
                "%s has %d entries; at most %d are read. Zip only your sources.",
                zip.getFileName(),
                file.size(),
                MAX_ENTRIES));
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
    String name = entry.getName().replace('\\', '/');
    try {
      if (isTooLong(name)) {
        throw new InvalidPathException(show(name), "too long");
      }
      return folder.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new SubmissionException(
          "%s cannot be unpacked: %s is no name for a file"
              .formatted(zip.getFileName(), show(name)));
    }
  }

  private static boolean isTooLong(String name) {
    return bytes(name) > MAX_NAME
        || Arrays.stream(name.split("/", -1)).anyMatch(part -> bytes(part) > MAX_PART);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** A name that somebody made up, as it may be printed. */
  private static String show(String name) {
    String plain = name.replaceAll("\\p{C}", "?");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + " ...";
  }

  private static long unpack(Path zip, ZipFile file, ZipEntry entry, Path folder, long left)
      throws IOException, SubmissionException {
    Path target = target(zip, entry, folder);
    if (!target.startsWith(folder) || target.equals(folder)) {
      throw new SubmissionException(
          "%s names a file outside itself: %s".formatted(zip.getFileName(), show(entry.getName())));
    }
    if (Files.isDirectory(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = file.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      byte[] content = in.readNBytes((int) left + 1);
      if (content.length > left) {
        throw new SubmissionException(
            String.format(
                Locale.ROOT,
                "%s unpacks to more than %d bytes of Java. Zip only your sources.",
                zip.getFileName(),
                SourceFiles.MAX_BYTES));
      }
      out.write(content);
      return content.length;
    }
  }
}
