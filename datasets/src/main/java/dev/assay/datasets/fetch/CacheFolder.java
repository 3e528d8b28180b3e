package dev.assay.datasets.fetch;

import dev.assay.datasets.paths.RawPaths;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the folder for what may be deleted at any time, by the platform's rules. */
public final class CacheFolder {
  private final Function<String, @Nullable String> properties;
  private final Function<String, @Nullable String> environment;

  /** A finder for these settings by name. */
  CacheFolder(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /** The cache of this process; for a user without a home, a folder in the temporary one. */
  public static Path current() {
    return current(Path.of(System.getProperty("java.io.tmpdir", ""), "assay-cache"));
  }

  /**
   * The cache of this process.
   *
   * @param homeless the folder for a user without a home, as a service or container may be
   */
  public static Path current(Path homeless) {
    return new CacheFolder(System::getProperty, System::getenv).orElse(homeless);
  }

  /**
   * The system property {@code assay.cache}, else the environment's {@code ASSAY_CACHE}, else the
   * platform's folder in the user's home, else the one given.
   */
  Path orElse(Path homeless) {
    Path set = path(properties.apply("assay.cache"), environment.apply("ASSAY_CACHE"));
    if (set != null) {
      return set.toAbsolutePath();
    }
    String os = Objects.requireNonNullElse(properties.apply("os.name"), "");
    boolean windows = os.toLowerCase(Locale.ROOT).contains("windows");
    boolean mac = os.toLowerCase(Locale.ROOT).contains("mac");
    Path base = mac ? null : path(environment.apply(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME"));
    if (base != null) {
      return base.resolve("assay");
    }
    Path user = home();
    return user == null ? homeless : user.resolve(mac ? "Library/Caches/assay" : ".cache/assay");
  }

  /** Returns the user's home, or null: for a user without an entry Java reports a question mark. */
  private @Nullable Path home() {
    Path user = path(properties.apply("user.home"));
    if (user != null && user.isAbsolute()) {
      return user;
    }
    Path told = path(environment.apply("HOME"));
    return told != null && told.isAbsolute() ? told : null;
  }

  /** The first that is set. */
  private static @Nullable Path path(@Nullable String... settings) {
    for (String setting : settings) {
      if (setting != null && !setting.isBlank()) {
        return RawPaths.of(RawPaths.unescape(setting));
      }
    }
    return null;
  }
}
