package dev.assay.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A jar with its coordinates in a Maven repository.
 *
 * @param group such as org.tensorflow
 * @param name of the artifact, such as ndarray
 * @param version such as 1.0.0
 * @param file the jar on this machine
 */
record Jar(String group, String name, String version, Path file) {
  /** A line of {@code dependency:list}: group, artifact, type, version, scope, file. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*([\\w.-]+):([\\w.-]+):jar:(?:[\\w.-]+:)?([\\w.-]+):(?:compile|runtime):(.+?\\.jar)(?: -- .*)?");

  /**
   * Reads a list of jars.
   *
   * @param list as {@code dependency:list} writes it, with absolute file names
   * @throws IllegalArgumentException if a line names a dependency that is no jar
   */
  static List<Jar> listed(String list) {
    List<Jar> jars = new ArrayList<>();
    for (String line : list.lines().filter(text -> text.contains(":")).toList()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        Path file = Path.of(matcher.group(4));
        jars.add(new Jar(matcher.group(1), matcher.group(2), matcher.group(3), file));
      } else if (!line.endsWith("resolved:")) {
        throw new IllegalArgumentException("every dependency must be a jar. Received: " + line);
      }
    }
    return jars;
  }

  /** Its name in the release. */
  String fileName() {
    return String.valueOf(file.getFileName());
  }

  /** Returns whether it is a part of Assay. */
  boolean isOurs() {
    return group.equals("dev.assay");
  }

  /**
   * Returns the jar's bytes. One of Assay's own is packed anew, because Maven writes the
   * permissions that files have on this machine into it.
   *
   * @param time that the entries of such a jar get
   */
  byte[] bytes(Instant time) throws IOException {
    if (!isOurs()) {
      return Files.readAllBytes(file);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      FixedEntries entries = new FixedEntries(out, time);
      for (ZipEntry entry : zip.stream().toList()) {
        if (entry.isDirectory()) {
          entries.folder(entry.getName());
        } else {
          entries.packed(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    }
    return bytes.toByteArray();
  }

  /** Returns the text of a file in the jar. */
  String text(String entryName) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(entryName);
      if (entry == null) {
        throw new IOException("%s is missing in %s".formatted(entryName, file));
      }
      return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
