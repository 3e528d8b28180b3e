package dev.assay.run.processes;

import dev.assay.run.isolation.command.ClassArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The class archives of one kind of sandbox and one Java, one for each role: a child's Java starts
 * faster with one, and does the same without.
 *
 * <p>They are recorded by processes that run no candidate's code, and are shown to others to be
 * read only.
 *
 * @param folder theirs; there may be none
 * @param recording whether processes make them, instead of starting with them
 */
record ClassArchives(Path folder, boolean recording) {
  /** The roles that grading takes. */
  private static final List<Role> ROLES = List.of(Role.BUILD, Role.TRAIN, Role.PREDICT);

  /** The archive that a process of this role starts with; null if it starts without one. */
  @Nullable ClassArchive of(Role role, List<Path> classPath) throws IOException {
    // Java makes none where a folder is on the class path.
    if (!ROLES.contains(role) || classPath.stream().anyMatch(Files::isDirectory)) {
      return null;
    }
    if (recording) {
      Files.createDirectories(folder);
      return new ClassArchive(unfinished(role), true);
    }
    return Files.isRegularFile(file(role)) ? new ClassArchive(file(role), false) : null;
  }

  /** Keeps what a process of that role has recorded, if it has. */
  void keep(Role role) throws IOException {
    Path made = unfinished(role);
    if (recording && Files.exists(made)) {
      if (Files.size(made) > 0) {
        Files.move(made, file(role), StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.delete(made);
      }
    }
  }

  /** Tells whether there is one for each role, made after all that is on the class path. */
  boolean areCurrent(List<Path> classPath) throws IOException {
    FileTime newest = FileTime.fromMillis(0);
    for (Path entry : classPath) {
      FileTime time = Files.getLastModifiedTime(entry);
      newest = time.compareTo(newest) > 0 ? time : newest;
    }
    for (Role role : ROLES) {
      if (!Files.isRegularFile(file(role))
          || Files.getLastModifiedTime(file(role)).compareTo(newest) < 0) {
        return false;
      }
    }
    return true;
  }

  private Path file(Role role) {
    return folder.resolve(role + ".jsa");
  }

  private Path unfinished(Role role) {
    // Another grader may be recording too.
    return folder.resolve(
        String.format(Locale.ROOT, "%s.jsa.%d", role, ProcessHandle.current().pid()));
  }
}
