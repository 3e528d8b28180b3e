package dev.assay.datasets.catalogue;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A published file.
 *
 * @param name its name in the data set's folder
 * @param bytes its size
 * @param sha256 of the file as published, lower-case hexadecimal
 * @param unpackedSha256 of what a {@code .gz} holds; the same as {@code sha256} for other files
 * @param mirrors where to fetch it, tried in this order; empty if it ships with Assay
 */
public record DataFile(
    String name, long bytes, String sha256, String unpackedSha256, List<URI> mirrors) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]*");

  public DataFile {
    check(NAME.matcher(name).matches(), "name must be a plain file name", name);
    check(bytes > 0, "bytes must be positive", bytes);
    check(DIGEST.matcher(sha256).matches(), "sha256 must be 64 hexadecimal digits", sha256);
    check(
        DIGEST.matcher(unpackedSha256).matches(),
        "unpackedSha256 must be 64 hexadecimal digits",
        unpackedSha256);
    for (URI mirror : mirrors) {
      String scheme = String.valueOf(mirror.getScheme());
      check(scheme.matches("https?"), "mirrors must be reached over http or https", mirror);
    }
    mirrors = List.copyOf(mirrors);
  }

  /** A file that is used as it is. */
  public static DataFile plain(String name, long bytes, String sha256) {
    return new DataFile(name, bytes, sha256, sha256, List.of());
  }

  /** A gzip file. */
  public static DataFile packed(String name, long bytes, String sha256, String unpackedSha256) {
    return new DataFile(name, bytes, sha256, unpackedSha256, List.of());
  }

  /** Returns this file with the folders that it can be fetched from, each ending with a slash. */
  public DataFile from(String... folders) {
    List<URI> uris = List.of(folders).stream().map(folder -> URI.create(folder + name)).toList();
    return new DataFile(name, bytes, sha256, unpackedSha256, uris);
  }

  /** Its name once unpacked. */
  public String unpackedName() {
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  private static void check(boolean holds, String rule, Object received) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ". Received: " + received);
    }
  }
}
