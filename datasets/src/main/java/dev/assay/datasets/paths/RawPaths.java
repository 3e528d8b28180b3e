package dev.assay.datasets.paths;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * Paths to and from bytes and text, without loss and in UTF-8 whatever the locale.
 *
 * <p>On Unix a file's name is any bytes. {@link Path} keeps them, but {@link Path#toString} and
 * {@link Path#of} go through the locale's character set. A path's URI does not: it has the bytes
 * themselves.
 */
public final class RawPaths {
  /** The prefix with which the launcher marks an argument given as bytes in hexadecimal digits. */
  private static final String ESCAPED = "bytes:";

  private static final boolean UNIX = File.separatorChar == '/';

  private RawPaths() {}

  /**
   * The path that a text names, in UTF-8 on Unix; a byte that is no UTF-8 is one of U+DC80 to
   * U+DCFF in the text, as {@link #unescape} gives it.
   *
   * @throws InvalidPathException when it names none
   */
  public static Path of(String text) {
    if (!UNIX || isAscii(text)) {
      return Path.of(text);
    }
    Path path = Path.of(text.startsWith("/") ? "/" : "");
    for (String part : text.split("/", -1)) {
      path = part.isEmpty() ? path : path.resolve(name(part));
    }
    return path;
  }

  /** The entry of that name in a folder; the same bytes on disk in every locale. */
  public static Path resolve(Path folder, String name) {
    return folder.resolve(of(name));
  }

  private static Path name(String part) {
    if (isAscii(part)) {
      return Path.of(part);
    }
    if (part.indexOf('\0') >= 0) {
      throw new InvalidPathException(part, "Nul character not allowed");
    }
    StringBuilder uri = new StringBuilder("file:///");
    for (byte b : NameBytes.encode(part)) {
      uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
    }
    return Objects.requireNonNull(Path.of(URI.create(uri.toString())).getFileName());
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** The bytes of an absolute path, as the system has them. */
  public static byte[] bytes(Path path) {
    if (!UNIX) {
      return path.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
    }
    String uri = path.toAbsolutePath().toUri().getRawPath();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < uri.length(); i++) {
      if (uri.charAt(i) == '%') {
        bytes.write(HexFormat.fromHexDigits(uri, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(uri.charAt(i));
      }
    }
    byte[] all = bytes.toByteArray();
    // The URI of a folder ends with a slash.
    return all.length > 1 && all[all.length - 1] == '/' ? Arrays.copyOf(all, all.length - 1) : all;
  }

  /**
   * The name of a file or folder as whoever gave it most likely saw it: in UTF-8, else in Korean
   * Windows' character set, else in Latin-1. It need not name the file any more.
   */
  public static String guessName(Path path) {
    String all = NameGuess.of(bytes(path));
    return all.substring(all.lastIndexOf('/') + 1);
  }

  /** The path for people: in UTF-8, with a byte that is none as {@code \xE9}. */
  public static String shown(Path path) {
    if (!UNIX || isAscii(path.toString())) {
      return path.toString();
    }
    byte[] all = bytes(path);
    String text = NameBytes.decode(all, wrong -> String.format(Locale.ROOT, "\\x%02X", wrong));
    return path.isAbsolute() ? text : text.substring(shownFolder().length());
  }

  /** Returns the folder that a relative path was resolved against. */
  private static String shownFolder() {
    String here = shown(Path.of("").toAbsolutePath());
    return here.endsWith("/") ? here : here + "/";
  }

  /**
   * An argument or setting as it was before the launcher escaped it.
   *
   * @param argument {@code bytes:} and hexadecimal digits; anything else is given back as it is
   * @return the text, fit for {@link #of}
   */
  public static String unescape(String argument) {
    String digits = argument.startsWith(ESCAPED) ? argument.substring(ESCAPED.length()) : "?";
    try {
      return NameBytes.lossless(HexFormat.of().parseHex(digits));
    } catch (IllegalArgumentException e) {
      return argument;
    }
  }
}
