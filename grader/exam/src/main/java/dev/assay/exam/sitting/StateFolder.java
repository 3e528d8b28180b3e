package dev.assay.exam.sitting;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the folder for what a user's exams must keep, by the platform's rules. */
public final class StateFolder {
  private final Function<String, @Nullable String> properties;
  private final Function<String, @Nullable String> environment;

  StateFolder(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * The folder of this process: the system property {@code assay.state}, else the environment's
   * {@code ASSAY_STATE}, else the platform's folder in the user's home.
   */
  public static Path current() {
    return new StateFolder(System::getProperty, System::getenv).path();
  }

  Path path() {
    Path set = first(properties.apply("assay.state"), environment.apply("ASSAY_STATE"));
    if (set != null) {
      return set.toAbsolutePath();
    }
    String os = Objects.requireNonNullElse(properties.apply("os.name"), "");
    boolean windows = os.toLowerCase(Locale.ROOT).contains("windows");
    boolean mac = os.toLowerCase(Locale.ROOT).contains("mac");
    Path base = mac ? null : first(environment.apply(windows ? "LOCALAPPDATA" : "XDG_STATE_HOME"));
    if (base != null) {
      return base.resolve(windows ? "assay-state" : "assay");
    }
    Path home = first(properties.apply("user.home"), environment.apply("HOME"));
    Path user = home != null && home.isAbsolute() ? home : Path.of("").toAbsolutePath();
    return user.resolve(mac ? "Library/Application Support/assay" : ".local/state/assay");
  }

  private static @Nullable Path first(@Nullable String... settings) {
    for (String setting : settings) {
      if (setting != null && !setting.isBlank() && !setting.equals("?")) {
        return Path.of(setting);
      }
    }
    return null;
  }
}
