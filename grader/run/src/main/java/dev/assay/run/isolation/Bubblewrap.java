package dev.assay.run.isolation;

import static dev.assay.run.isolation.Ownership.NOBODY;

import dev.assay.run.temporary.PrivateFolder;
import dev.assay.worker.protocol.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Linux namespaces by bubblewrap: no network, no other process, and of the files only Java, the
 * class path, what the job reads, and the files that it writes.
 *
 * <p>Started by root, it becomes nobody first, because root is bound by few limits. The files'
 * folders may then be closed to it, so root shows them to it under {@code /mnt}.
 *
 * @see <a href="https://github.com/containers/bubblewrap">bubblewrap</a>
 */
final class Bubblewrap implements Sandbox {
  private static final String TEMPORARY = "/tmp";
  private static final String ARGUMENTS = "bwrap.args";
  private static final String FILTER = "seccomp.bpf";
  private static final String OPEN =
      "in=$1 filter=$2; shift 2; exec \"$@\" 8<\"$in\" 9<\"$filter\"";

  private final Path bwrap;
  private final Path prlimit;
  private final @Nullable Path setpriv;
  private final List<Path> system;

  private Bubblewrap(Path bwrap, Path prlimit, @Nullable Path setpriv) throws IOException {
    this.bwrap = bwrap;
    this.prlimit = prlimit;
    this.setpriv = setpriv;
    system = new SystemFiles(JavaCommand.home()).list();
  }

  /**
   * The sandbox, if the programs for it are here; whether they work is for a trial to say.
   *
   * @throws IOException with what is missing
   */
  static Bubblewrap find() throws IOException {
    Path setpriv = Tools.runsAsRoot() ? require("setpriv", "util-linux") : null;
    return new Bubblewrap(
        require("bwrap", "bubblewrap"), require("prlimit", "util-linux"), setpriv);
  }

  /**
   * Starts a program that does nothing, with all that a job's sandbox has.
   *
   * @throws IOException with what bubblewrap says when it does not work
   */
  void tryOut() throws IOException {
    try (PrivateFolder folder = PrivateFolder.create("trial")) {
      Mounts mounts = new Mounts();
      system.forEach(mounts::show);
      mounts.show(prlimit, "/app/prlimit");
      List<String> nothing = List.of("/app/prlimit", "--version");
      Trial.run(command(mounts, nothing, folder.path()));
    }
  }

  private static Path require(String tool, String distributionPackage) throws IOException {
    return Tools.find(tool)
        .orElseThrow(
            () ->
                new IOException(
                    "%s is not installed (package %s)".formatted(tool, distributionPackage)));
  }

  @Override
  public String name() {
    return "bubblewrap";
  }

  @Override
  public Enclosure enclose(Program program, Job job, Path scratch) throws IOException {
    try {
      Mounts mounts = new Mounts();
      system.forEach(mounts::show);
      mounts.show(prlimit, "/app/prlimit");
      List<String> classPath = new ArrayList<>();
      for (Path entry : program.classPath()) {
        String target = "/app/lib/" + classPath.size() + "-" + entry.getFileName();
        mounts.show(entry, target);
        classPath.add(target);
      }
      Path natives = program.natives();
      if (natives != null) {
        mounts.show(natives, "/app/native");
      }
      Job inside = job.at(mounts);
      List<String> java =
          JavaCommand.of(
              program,
              classPath,
              natives == null ? null : "/app/native",
              archive(program.classes(), mounts),
              TEMPORARY);
      List<String> command = command(mounts, limited(program, java), scratch);
      Ownership ownership =
          setpriv == null ? Ownership.UNCHANGED : Ownership.ofWritten(mounts, NOBODY);
      return new Enclosure(command, scratch, inside, ownership::restore);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static @Nullable String archive(@Nullable ClassArchive classes, Mounts mounts) {
    if (classes == null) {
      return null;
    } else if (classes.recorded()) {
      return mounts.writes(classes.file().toString());
    }
    String target = "/app/classes.jsa";
    mounts.show(classes.file(), target);
    return target;
  }

  private List<String> command(Mounts mounts, List<String> program, Path scratch)
      throws IOException {
    byte[] filter = SeccompFilter.forThisMachine().orElse(new byte[0]);
    Files.write(scratch.resolve(FILTER), filter);
    Staging staging =
        setpriv == null ? Staging.none(mounts) : Staging.under("/mnt", mounts, scratch);
    List<String> arguments = arguments(staging.mounts(), filter.length > 0);
    Files.writeString(scratch.resolve(ARGUMENTS), String.join("\0", arguments) + "\0");
    // Java gives a child no open files but the standard ones; a shell can.
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", OPEN, "sh"));
    command.add(scratch.resolve(ARGUMENTS).toString());
    command.add(scratch.resolve(FILTER).toString());
    if (setpriv != null) {
      command.addAll(asNobody(staging, setpriv));
    }
    command.addAll(List.of(bwrap.toString(), "--args", "8", "--"));
    command.addAll(program);
    return command;
  }

  /** What root does: shows nobody the files, wherever they lie, and becomes nobody. */
  private List<String> asNobody(Staging staging, Path become) {
    List<String> outer = new ArrayList<>();
    outer.addAll(List.of(bwrap.toString(), "--die-with-parent", "--dev-bind", "/", "/"));
    outer.addAll(staging.arguments());
    outer.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--"));
    outer.addAll(List.of(become.toString(), "--reuid", "" + NOBODY, "--regid", "" + NOBODY));
    outer.addAll(List.of("--clear-groups", "--inh-caps", "-all"));
    return outer;
  }

  private static List<String> arguments(List<Mounts.Mount> mounts, boolean filtered) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--unshare-user", "--unshare-all", "--disable-userns"));
    arguments.addAll(List.of("--die-with-parent", "--new-session", "--cap-drop", "ALL"));
    arguments.addAll(List.of("--clearenv", "--hostname", "sandbox"));
    arguments.addAll(List.of("--uid", "" + NOBODY, "--gid", "" + NOBODY));
    if (filtered) {
      arguments.addAll(List.of("--seccomp", "9"));
    }
    for (Mounts.Mount mount : mounts) {
      arguments.add(mount.writable() ? "--bind" : "--ro-bind");
      arguments.addAll(List.of(mount.source().toString(), mount.target()));
    }
    arguments.addAll(List.of("--dir", TEMPORARY, "--proc", "/proc", "--dev", "/dev"));
    arguments.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
    arguments.addAll(List.of("--setenv", "LANG", "C.UTF-8", "--setenv", "HOME", TEMPORARY));
    arguments.addAll(List.of("--setenv", "TF_CPP_MIN_LOG_LEVEL", "3"));
    arguments.addAll(List.of("--setenv", "MALLOC_ARENA_MAX", "2", "--chdir", TEMPORARY));
    return arguments;
  }

  /** Inside, so that only what is inside counts. */
  private static List<String> limited(Program program, List<String> java) {
    List<String> prefix = Prlimit.command(Path.of("/app/prlimit"), program, true);
    return Stream.concat(prefix.stream(), java.stream()).toList();
  }
}
