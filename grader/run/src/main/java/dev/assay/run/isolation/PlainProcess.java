package dev.assay.run.isolation;

import dev.assay.protocol.Job;
import dev.assay.run.isolation.command.ClassArchive;
import dev.assay.run.isolation.command.JavaCommand;
import dev.assay.run.isolation.command.Mounts;
import dev.assay.run.isolation.command.Prlimit;
import dev.assay.run.isolation.command.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A child process without a sandbox: what is left where there are no namespaces. It has limits
 * where the system's prlimit can set them, and started by root it becomes another user where that
 * user can read what it needs.
 */
final class PlainProcess implements Sandbox {
  @Override
  public String name() {
    return "child process";
  }

  @Override
  public Enclosure enclose(Program program, Job job, Path scratch) throws IOException {
    try {
      Mounts mounts = mounts(program, job);
      Optional<Path> setpriv =
          SystemTools.runsAsRoot() ? SystemTools.find("setpriv") : Optional.empty();
      if (setpriv.isPresent()) {
        for (OtherUser user : List.of(OtherUser.drawn(), OtherUser.nobody())) {
          Ownership given = Ownership.ofWrittenAndPrivate(mounts, user.id());
          Files.setAttribute(scratch, "unix:uid", user.id());
          if (user.canWork(setpriv.get(), mounts, scratch)) {
            List<String> command = new ArrayList<>(user.command(setpriv.get()));
            command.addAll(limited(program, scratch, user.own()));
            return new Enclosure(command, scratch, job, given::restore);
          }
          given.restore();
          Files.setAttribute(scratch, "unix:uid", 0);
        }
      }
      return new Enclosure(limited(program, scratch, false), scratch, job, () -> {});
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The files that the child reads and writes, under their own names. */
  private static Mounts mounts(Program program, Job job) {
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
    return mounts;
  }

  private static List<String> limited(Program program, Path scratch, boolean ownUser) {
    List<String> command = new ArrayList<>();
    SystemTools.find("prlimit")
        .ifPresent(tool -> command.addAll(Prlimit.command(tool, program, ownUser)));
    Path natives = program.natives();
    ClassArchive classes = program.classes();
    command.addAll(
        JavaCommand.of(
            program,
            program.classPath().stream().map(Path::toString).toList(),
            natives == null ? null : natives.toString(),
            classes == null ? null : classes.file().toString(),
            scratch.toString()));
    return command;
  }
}
