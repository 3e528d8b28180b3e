package dev.assay.run.isolation.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The locale of child processes, which gives them UTF-8: without it Java has file names in ASCII
 * and opens no other.
 */
public final class ChildLocale {
  /**
   * Where Debian, Fedora and their relatives keep it; glibc from 2.35 on and musl have it built in.
   */
  private static final List<String> USUAL_FILES =
      List.of("/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8");

  private static final String USUAL = "C.UTF-8";

  /** The folder of all other locales. */
  private static final String ALL_FILES = "/usr/lib/locale";

  private ChildLocale() {}

  /** Its name: what the launcher has found in {@code ASSAY_LOCALE}, else C.UTF-8. */
  public static String name() {
    String found = System.getenv("ASSAY_LOCALE");
    return found == null || found.isBlank() ? USUAL : found;
  }

  /** The folder that a sandbox must show for it. */
  public static List<Path> files() {
    Stream<String> files = name().equals(USUAL) ? USUAL_FILES.stream() : Stream.of(ALL_FILES);
    return files.map(Path::of).filter(Files::isDirectory).toList();
  }
}
