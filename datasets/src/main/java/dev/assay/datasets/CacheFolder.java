package dev.assay.datasets;

import java.nio.file.Path;
import java.util.Locale;

/** Finds Assay's cache, which may be deleted at any time: fetched data sets, prepared arrays. */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * The folder that the system property {@code assay.cache} names, else the environment variable
   * {@code ASSAY_CACHE}, else the platform's; it need not exist.
   */
  public static Path current() {
    String set = System.getProperty("assay.cache", System.getenv("ASSAY_CACHE"));
    if (set != null && !set.isBlank()) {
      return Path.of(set).toAbsolutePath();
    }
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path user = Path.of(System.getProperty("user.home"));
    if (os.contains("mac")) {
      return user.resolve("Library/Caches/assay");
    }
    String base = System.getenv(os.contains("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
    return (base == null || base.isBlank() ? user.resolve(".cache") : Path.of(base))
        .resolve("assay");
  }
}
