package dev.assay.run.processes;

import dev.assay.protocol.Job;
import dev.assay.run.isolation.command.Mounts;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The two folders through which one process that serves many jobs sees the files of its present
 * job, and of no other: one that it only reads, one that it writes.
 *
 * <p>What a job reads is linked or copied into the first before the job, what it has written is
 * copied out of the second afterwards, and both are emptied.
 */
final class Exchange implements AutoCloseable {
  private static final String OWNER = "unix:uid";

  private final PrivateFolder folder;
  private final List<Path> shared;
  private final Path in;
  private final Path out;

  /** A file that a job writes: its name in the exchange, and where it belongs. */
  private record Written(Path file, Path target) {}

  private final List<Written> written = new ArrayList<>();
  private int count;

  private Exchange(PrivateFolder folder, List<Path> shared) throws IOException {
    this.folder = folder;
    this.shared = shared;
    in = open(folder.path().resolve("in"));
    out = open(folder.path().resolve("out"));
  }

  /**
   * Makes the folders.
   *
   * @param shared files that the process is always shown
   */
  static Exchange create(List<Path> shared) throws IOException {
    PrivateFolder folder = PrivateFolder.create("exchange");
    try {
      return new Exchange(folder, shared);
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  /** Makes a folder that a process's user may enter, in one that others may not. */
  static Path open(Path folder) throws IOException {
    Files.createDirectory(folder);
    permit(folder, "rwxr-xr-x");
    return folder;
  }

  private static void permit(Path path, String permissions) throws IOException {
    if (hasPermissions()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static boolean hasPermissions() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /** The log of what its process prints between jobs, which it does not see. */
  Path idleLog() {
    return folder.path().resolve("idle.log");
  }

  /** The job that its process is started with. */
  Job.Serve job(boolean runsModels) {
    return new Job.Serve(in, out, shared, runsModels);
  }

  /**
   * Puts a job's files where the process sees them.
   *
   * @param inside the job that the process was started with, as it sees it
   * @return the job as the process is to be told it
   */
  Job put(Job job, Job.Serve inside) throws IOException {
    try {
      return job.at(
          new Job.Places() {
            @Override
            public Path reads(Path path) {
              int known = shared.indexOf(path);
              return known >= 0
                  ? inside.shared().get(known)
                  : show(path, in.resolve(name(path)), inside.in());
            }

            @Override
            public Path writes(Path file) {
              return expect(file, out.resolve(name(file)), inside.out());
            }

            @Override
            public Path writesInto(Path path) {
              throw new IllegalArgumentException("no folder is written into here: " + path);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String name(Path path) {
    return count++ + "-" + Mounts.plainName(path);
  }

  private static Path show(Path source, Path shown, Path inside) {
    try {
      if (Files.isDirectory(source)) {
        open(shown);
        try (Stream<Path> files = Files.list(source)) {
          for (Path file : files.toList()) {
            show(file, shown.resolve(file.getFileName()));
          }
        }
      } else {
        show(source, shown);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inside.resolve(shown.getFileName());
  }

  /** Shows a file in a folder: links one that anybody may read, and copies any other. */
  static void show(Path source, Path shown) throws IOException {
    Path real = source.toRealPath();
    if (isOpen(real) && isLinked(real, shown)) {
      return;
    }
    Files.copy(real, shown);
    permit(shown, "r--r--r--");
  }

  private static boolean isOpen(Path file) throws IOException {
    return !hasPermissions()
        || Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
  }

  /** A file on another device, or of another user, has no link here. */
  private static boolean isLinked(Path source, Path shown) {
    try {
      Files.createLink(shown, source);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private Path expect(Path target, Path file, Path inside) {
    try {
      Mounts.create(target);
      Files.createFile(file);
      give(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written.add(new Written(file, target));
    return inside.resolve(file.getFileName());
  }

  /** Gives a file to the user to whom the folder was given when the process was started. */
  private void give(Path file) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
      Object user = Objects.requireNonNull(Files.getAttribute(out, OWNER));
      if (!user.equals(Files.getAttribute(file, OWNER))) {
        Files.setAttribute(file, OWNER, user);
      }
    }
  }

  /** Copies what the job has written to where it belongs, and empties the folders. */
  void take() throws IOException {
    try {
      for (Written one : written) {
        if (Files.isRegularFile(one.file(), LinkOption.NOFOLLOW_LINKS)) {
          try (InputStream content = Files.newInputStream(one.file(), LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(content, one.target(), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    } finally {
      empty();
    }
  }

  /** Empties the folders. */
  void empty() {
    written.clear();
    for (Path each : List.of(in, out)) {
      PrivateFolder.empty(each);
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
