package dev.assay.run.isolation;

import static dev.assay.run.isolation.Ownership.NOBODY;

import dev.assay.datasets.paths.RawPaths;
import dev.assay.worker.protocol.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A child process without walls: what is left where there are no namespaces. It has limits where
 * the system's prlimit can set them, and started by root it becomes nobody where nobody can read
 * what it needs.
 */
final class PlainProcess implements Sandbox {
  /** Its arguments are names as printf takes them. The dot keeps a line's end at the end of one. */
  private static final String READABLE =
      "for f; do f=$(printf '%b.' \"$f\"); test -r \"${f%.}\" -a -r . || exit 1; done";

  @Override
  public String name() {
    return "child process";
  }

  @Override
  public Enclosure enclose(Program program, Job job, Path scratch) throws IOException {
    try {
      Mounts mounts = new Mounts();
      program.classPath().forEach(mounts::show);
      if (program.natives() != null) {
        mounts.show(program.natives());
      }
      ClassArchive classes = program.classes();
      if (classes != null && classes.recorded()) {
        mounts.writes(classes.file());
      }
      job.at(mounts);
      List<String> dropped = Tools.runsAsRoot() ? asNobody(mounts) : List.of();
      List<String> command = new ArrayList<>(dropped);
      Tools.find("prlimit")
          .ifPresent(tool -> command.addAll(Prlimit.command(tool, program, !dropped.isEmpty())));
      Path natives = program.natives();
      command.addAll(
          JavaCommand.of(
              program,
              program.classPath().stream().map(Path::toString).toList(),
              natives == null ? null : natives.toString(),
              classes == null ? null : classes.file().toString(),
              scratch.toString()));
      if (dropped.isEmpty()) {
        return new Enclosure(command, scratch, job, () -> {});
      }
      Files.setAttribute(scratch, "unix:uid", NOBODY);
      return new Enclosure(command, scratch, job, Ownership.giveToNobody(mounts)::restore);
    } catch (UncheckedIOException e) {
      throw e.getCause();
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

  /** The beginning of a command that gives up root's rights; empty where that cannot work. */
  private static List<String> asNobody(Mounts mounts) {
    Optional<Path> setpriv = Tools.find("setpriv");
    if (setpriv.isEmpty()) {
      return List.of();
    }
    List<String> drop =
        List.of(
            setpriv.get().toString(),
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=-all",
            "--bounding-set=-all",
            "--no-new-privs",
            "--");
    List<String> trial = new ArrayList<>(drop);
    trial.addAll(List.of("/bin/sh", "-c", READABLE, "sh"));
    mounts.all().stream()
        .filter(mount -> !mount.writable())
        .forEach(mount -> trial.add(octal(mount.source())));
    mounts.all().stream()
        .filter(Mounts.Mount::writable)
        .forEach(mount -> trial.add(octal(mount.source().toAbsolutePath().getParent())));
    trial.add(octal(JavaCommand.home()));
    try {
      Trial.run(trial);
      return drop;
    } catch (IOException e) {
      // The walls that are missing then stand in the result.
      return List.of();
    }
  }
}
