package dev.assay.run.isolation;

import dev.assay.run.isolation.command.Mounts;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Files that were given to another user while a process of that user works with them.
 *
 * @param owners whose they were
 */
record Ownership(Map<Path, Integer> owners) {
  static final Ownership UNCHANGED = new Ownership(Map.of());

  /** The user of that name, who owns nothing, on every Linux. */
  static final int NOBODY = 65534;

  private static final String OWNER = "unix:uid";

  /** Gives all that is to be written. */
  static Ownership ofWritten(Mounts mounts, int user) throws IOException {
    Map<Path, Integer> owners = new LinkedHashMap<>();
    for (Mounts.Mount mount : mounts.all()) {
      if (mount.writable()) {
        give(mount.source(), user, owners);
      }
    }
    return new Ownership(owners);
  }

  /** Gives all that is to be written, and what is to be read of this process's private folders. */
  static Ownership ofWrittenAndPrivate(Mounts mounts, int user) throws IOException {
    Map<Path, Integer> owners = new LinkedHashMap<>(ofWritten(mounts, user).owners());
    for (Mounts.Mount mount : mounts.all()) {
      if (!mount.writable() && PrivateFolder.contains(mount.source())) {
        Path parent = Objects.requireNonNull(mount.source().getParent());
        if (PrivateFolder.contains(parent)) {
          giveClosed(parent, user, owners);
        }
        try (Stream<Path> content = Files.walk(mount.source())) {
          for (Path path : content.toList()) {
            giveClosed(path, user, owners);
          }
        }
      }
    }
    return new Ownership(owners);
  }

  /** Leaves alone what everybody may read: several children may share it. */
  private static void giveClosed(Path path, int user, Map<Path, Integer> owners)
      throws IOException {
    if (!Staging.isOpen(List.of(path))) {
      give(path, user, owners);
    }
  }

  private static void give(Path path, int user, Map<Path, Integer> owners) throws IOException {
    Object owner = Files.getAttribute(path, OWNER, LinkOption.NOFOLLOW_LINKS);
    if (owners.putIfAbsent(path, (Integer) Objects.requireNonNull(owner)) == null) {
      Files.setAttribute(path, OWNER, user, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Takes them back, and what was written into those that are folders. */
  void restore() throws IOException {
    for (Map.Entry<Path, Integer> entry : owners.entrySet()) {
      if (Files.exists(entry.getKey(), LinkOption.NOFOLLOW_LINKS)) {
        restore(entry.getKey(), entry.getValue());
      }
    }
  }

  private static void restore(Path path, Integer owner) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.toList()) {
        Files.setAttribute(file, OWNER, owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
