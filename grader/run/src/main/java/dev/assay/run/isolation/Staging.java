package dev.assay.run.isolation;

import java.nio.file.Path;
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

  static Staging under(String folder, Mounts mounts) {
    List<String> arguments = new ArrayList<>(List.of("--tmpfs", folder));
    List<Mounts.Mount> staged = new ArrayList<>();
    for (Mounts.Mount mount : mounts.all()) {
      String name = folder + "/" + staged.size();
      arguments.add(mount.writable() ? "--bind" : "--ro-bind");
      arguments.addAll(List.of(mount.source().toString(), name));
      staged.add(new Mounts.Mount(Path.of(name), mount.target(), mount.writable()));
    }
    return new Staging(arguments, staged);
  }
}
