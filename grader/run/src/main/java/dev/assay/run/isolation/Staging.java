package dev.assay.run.isolation;

import dev.assay.run.isolation.command.ArgumentFile;
import dev.assay.run.isolation.command.Mounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A first view of the file system, which only root can make, in which every file to be shown lies
 * in a folder that anybody may enter.
 *
 * @param arguments bubblewrap's, that make the view
 * @param mounts what is to be shown in the sandbox, with the sources' names in the view
 */
record Staging(ArgumentFile arguments, List<Mounts.Mount> mounts) {

  static Staging none(Mounts mounts) {
    return new Staging(new ArgumentFile(), mounts.all());
  }

  /**
   * Makes the view.
   *
   * @param folder where the files are to lie in it
   * @param copies a folder for copies of files that only root can read
   */
  static Staging under(String folder, Mounts mounts, Path copies) throws IOException {
    ArgumentFile arguments = new ArgumentFile().add("--tmpfs", folder);
    List<Mounts.Mount> staged = new ArrayList<>();
    for (Mounts.Mount mount : mounts.all()) {
      String name = folder + "/" + staged.size();
      Path source = readable(mount, copies.resolve("copy" + staged.size()));
      arguments.add(new Mounts.Mount(source, name, mount.writable()));
      staged.add(new Mounts.Mount(Path.of(name), mount.target(), mount.writable()));
    }
    return new Staging(arguments, staged);
  }

  /** Copies what the job reads, which may lie in folders or files closed to other users. */
  private static Path readable(Mounts.Mount mount, Path copy) throws IOException {
    if (mount.writable() || !mount.target().startsWith(Mounts.READ)) {
      return mount.source();
    }
    List<Path> content = content(mount.source());
    if (isOpen(content)) {
      return mount.source();
    }
    for (Path file : content) {
      copy(file, copy.resolve(mount.source().relativize(file)));
    }
    return copy;
  }

  /** Folders come before what is in them. */
  static List<Path> content(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Staging::isContent).toList();
    }
  }

  static boolean isOpen(List<Path> content) throws IOException {
    for (Path file : content) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!permissions.contains(PosixFilePermission.OTHERS_READ)
          || (Files.isDirectory(file)
              && !permissions.contains(PosixFilePermission.OTHERS_EXECUTE))) {
        return false;
      }
    }
    return true;
  }

  /** Links lead out of what is shown, and devices are no content. */
  private static boolean isContent(Path file) {
    return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
        || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static void copy(Path file, Path target) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(target);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    } else {
      Files.copy(file, target);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
    }
  }
}
