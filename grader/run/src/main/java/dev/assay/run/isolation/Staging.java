package dev.assay.run.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A first view of the file system, which only root can make, in which every file to be shown lies
 * in a folder that anybody may enter.
 *
 * @param arguments bubblewrap's, that make the view
 * @param mounts what is to be shown in the sandbox, with the sources' names in the view
 */
record Staging(List<String> arguments, List<Mounts.Mount> mounts) {

  static Staging none(Mounts mounts) {
    return new Staging(List.of(), mounts.all());
  }

  /**
   * Makes the view.
   *
   * @param folder where the files are to lie in it
   * @param copies a folder for copies of files that only root can read
   */
  static Staging under(String folder, Mounts mounts, Path copies) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--tmpfs", folder));
    List<Mounts.Mount> staged = new ArrayList<>();
    for (Mounts.Mount mount : mounts.all()) {
      String name = folder + "/" + staged.size();
      arguments.add(mount.writable() ? "--bind" : "--ro-bind");
      Path source = mount.writable() ? mount.source() : readable(mount.source(), copies, staged);
      arguments.addAll(List.of(source.toString(), name));
      staged.add(new Mounts.Mount(Path.of(name), mount.target(), mount.writable()));
    }
    return new Staging(arguments, staged);
  }

  private static Path readable(Path source, Path copies, List<Mounts.Mount> staged)
      throws IOException {
    if (Files.isDirectory(source)
        || Files.getPosixFilePermissions(source).contains(PosixFilePermission.OTHERS_READ)) {
      return source;
    }
    Path copy = Files.copy(source, copies.resolve("copy" + staged.size()));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
    return copy;
  }
}
