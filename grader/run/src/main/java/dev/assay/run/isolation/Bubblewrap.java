package dev.assay.run.isolation;

import static dev.assay.run.isolation.Ownership.NOBODY;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.run.isolation.command.ArgumentFile;
import dev.assay.run.isolation.command.ChildLocale;
import dev.assay.run.isolation.command.ClassArchive;
import dev.assay.run.isolation.command.JavaCommand;
import dev.assay.run.isolation.command.Mounts;
import dev.assay.run.isolation.command.Prlimit;
import dev.assay.run.isolation.command.Program;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private static final String STAGING = "staging.args";
  private static final String OPEN =
      "in=$1 filter=$2 staging=$3; shift 3; exec \"$@\" 7<\"$staging\" 8<\"$in\" 9<\"$filter\"";

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
    Path setpriv = SystemTools.runsAsRoot() ? require("setpriv", "util-linux") : null;
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
    return SystemTools.find(tool)
        .orElseThrow(
            () ->
                new SentenceException(
                    Sentence.of(
                        FaultCode.PROGRAM_MISSING,
                        "program",
                        tool,
                        "package",
                        distributionPackage)));
  }

  @Override
  public String name() {
    return "bubblewrap";
  }

  @Override
  public Optional<Path> closed(List<Path> paths) throws IOException {
    if (setpriv == null) {
      return Optional.empty();
    }
    for (Path path : paths) {
      if (!Staging.isOpen(Staging.content(path))) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  @Override
  public Enclosure enclose(Program program, Job job, Path scratch) throws IOException {
    try {
      Mounts mounts = new Mounts();
      system.forEach(mounts::show);
      mounts.show(prlimit, "/app/prlimit");
      List<String> classPath = new ArrayList<>();
      for (Path entry : program.classPath()) {
        String target = "/app/lib/" + classPath.size() + "-" + Mounts.plainName(entry);
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
      return mounts.writes(classes.file()).toString();
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
    arguments(staging.mounts(), filter.length > 0).write(scratch.resolve(ARGUMENTS));
    staging.arguments().write(scratch.resolve(STAGING));
    // Java gives a child no open files but the standard ones; a shell can.
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", OPEN, "sh"));
    command.add(scratch.resolve(ARGUMENTS).toString());
    command.add(scratch.resolve(FILTER).toString());
    command.add(scratch.resolve(STAGING).toString());
    if (setpriv != null) {
      command.addAll(asNobody(setpriv));
    }
    command.addAll(List.of(bwrap.toString(), "--args", "8", "--"));
    command.addAll(program);
    return command;
  }

  /** Root's way: shows the files to the user nobody, wherever they lie, and becomes nobody. */
  private List<String> asNobody(Path become) {
    List<String> outer = new ArrayList<>();
    outer.addAll(List.of(bwrap.toString(), "--die-with-parent", "--dev-bind", "/", "/"));
    outer.addAll(List.of("--args", "7"));
    outer.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--"));
    outer.addAll(List.of(become.toString(), "--reuid", "" + NOBODY, "--regid", "" + NOBODY));
    outer.addAll(List.of("--clear-groups", "--inh-caps", "-all"));
    return outer;
  }

  private static ArgumentFile arguments(List<Mounts.Mount> mounts, boolean filtered) {
    ArgumentFile arguments = new ArgumentFile();
    arguments.add("--unshare-user", "--unshare-all", "--disable-userns");
    arguments.add("--die-with-parent", "--new-session", "--cap-drop", "ALL");
    arguments.add("--clearenv", "--hostname", "sandbox");
    arguments.add("--uid", "" + NOBODY, "--gid", "" + NOBODY);
    if (filtered) {
      arguments.add("--seccomp", "9");
    }
    mounts.forEach(arguments::add);
    arguments.add("--dir", TEMPORARY, "--proc", "/proc", "--dev", "/dev");
    arguments.add("--remount-ro", "/dev", "--remount-ro", "/");
    arguments.add("--setenv", "LANG", ChildLocale.name(), "--setenv", "HOME", TEMPORARY);
    arguments.add("--setenv", "TF_CPP_MIN_LOG_LEVEL", "3");
    return arguments.add("--setenv", "MALLOC_ARENA_MAX", "2", "--chdir", TEMPORARY);
  }

  /** Inside, so that only what is inside counts. */
  private static List<String> limited(Program program, List<String> java) {
    List<String> prefix = Prlimit.command(Path.of("/app/prlimit"), program, true);
    return Stream.concat(prefix.stream(), java.stream()).toList();
  }
}
