package dev.assay.report.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of files and folders on every system, made of untrusted ones, each different. */
public final class FolderNames {
  private static final int MAX_LENGTH = 80;
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._@+,-]+");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private final Set<String> taken = new HashSet<>();

  /** Returns a name like the one given that was not returned before. */
  public String unique(String name) {
    String safe = safe(name);
    String candidate = safe;
    for (int number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
      candidate = safe + "-" + number;
    }
    return candidate;
  }

  /** Returns a name like the one given, without what a system may not take. */
  public static String safe(String name) {
    String safe = UNSAFE.matcher(name).replaceAll("_").replaceAll("^[.-]+|\\.+$", "_");
    safe = safe.substring(0, Math.min(MAX_LENGTH, safe.length()));
    if (safe.isEmpty() || DEVICE.matcher(safe).matches()) {
      safe = "_" + safe;
    }
    return Character.isHighSurrogate(safe.charAt(safe.length() - 1))
        ? safe.substring(0, safe.length() - 1)
        : safe;
  }
}
