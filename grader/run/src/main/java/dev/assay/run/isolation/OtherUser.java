package dev.assay.run.isolation;

import dev.assay.datasets.paths.RawPaths;
import dev.assay.run.isolation.command.JavaCommand;
import dev.assay.run.isolation.command.Mounts;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A user that a child of root becomes, so that it has none of root's rights.
 *
 * @param id of the user and the group
 * @param own whether no other process has that user, so that a limit on a user's processes is one
 *     on this child's
 */
record OtherUser(int id, boolean own) {
  /** Numbers that no system gives to anybody: above containers' ranges, below 2^31 - 2. */
  private static final int FIRST = 2_000_000_000;

  private static final int COUNT = 100_000_000;

  /** Its arguments are names as printf takes them. The dot keeps a line's end at the end of one. */
  private static final String READABLE =
      "for f; do f=$(printf '%b.' \"$f\"); test -r \"${f%.}\" || exit 1; done";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A user of the child's own, by a number that nobody has. */
  static OtherUser drawn() {
    return new OtherUser(FIRST + RANDOM.nextInt(COUNT), true);
  }

  /** The user nobody, whom other processes share; for a container that has few numbers. */
  static OtherUser nobody() {
    return new OtherUser(Ownership.NOBODY, false);
  }

  /** The beginning of a command that becomes this user. */
  List<String> command(Path setpriv) {
    return List.of(
        setpriv.toString(),
        "--reuid=" + id,
        "--regid=" + id,
        "--clear-groups",
        "--inh-caps=-all",
        "--bounding-set=-all",
        "--no-new-privs",
        "--");
  }

  /**
   * Whether this user can read what a job reads, and reach what it writes.
   *
   * @param scratch the process's working folder
   */
  boolean canWork(Path setpriv, Mounts mounts, Path scratch) {
    List<String> trial = new ArrayList<>(command(setpriv));
    trial.addAll(List.of("/bin/sh", "-c", READABLE, "sh"));
    for (Mounts.Mount mount : mounts.all()) {
      Path source = mount.source();
      trial.add(
          octal(
              mount.writable()
                  ? Objects.requireNonNull(source.toAbsolutePath().getParent())
                  : source));
    }
    trial.addAll(List.of(octal(scratch), octal(JavaCommand.home())));
    try {
      Trial.run(trial);
      return true;
    } catch (IOException e) {
      // The walls that are missing then stand in the result.
      return false;
    }
  }

  /** A name's bytes, which need not be text, as a shell's printf takes them. */
  static String octal(Path path) {
    StringBuilder text = new StringBuilder();
    for (byte b : RawPaths.bytes(path)) {
      boolean plain = b == '/' || b == '.' || (b > 0 && Character.isLetterOrDigit(b));
      text.append(
          plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\0%03o", b & 0xFF));
    }
    return text.toString();
  }
}
