package dev.assay.run.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Files that were given to nobody while a process of that user writes them.
 *
 * @param owners whose they were
 */
public record Ownership(Map<Path, Integer> owners) {
  static final Ownership UNCHANGED = new Ownership(Map.of());

  /** The user of that name, who owns nothing, on every Linux. */
  static final int NOBODY = 65534;

  private static final String OWNER = "unix:uid";

  /** Lets a process of that user read a private folder; does nothing unless root asks. */
  public static void letNobodyRead(Path folder) throws IOException {
    if (Tools.runsAsRoot()) {
      Files.setAttribute(folder, OWNER, NOBODY, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Gives all that is to be written. */
  static Ownership giveToNobody(Mounts mounts) throws IOException {
    Map<Path, Integer> owners = new LinkedHashMap<>();
    for (Mounts.Mount mount : mounts.all()) {
      if (mount.writable()) {
        Path file = mount.source();
        Object owner = Files.getAttribute(file, OWNER, LinkOption.NOFOLLOW_LINKS);
        owners.put(file, (Integer) Objects.requireNonNull(owner));
        Files.setAttribute(file, OWNER, NOBODY, LinkOption.NOFOLLOW_LINKS);
      }
    }
    return new Ownership(owners);
  }

  /** Takes them back, and what was written into those that are folders. */
  void restore() throws IOException {
    for (Map.Entry<Path, Integer> entry : owners.entrySet()) {
      try (Stream<Path> files = Files.walk(entry.getKey())) {
        for (Path file : files.toList()) {
          Files.setAttribute(file, OWNER, entry.getValue(), LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
