package dev.assay.run.isolation.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The command line of a child's Java. */
public final class JavaCommand {
  private JavaCommand() {}

  /**
   * Makes it.
   *
   * @param classPath as the child sees it; so are the other paths
   * @param natives may be null
   * @param archive where the program's class archive is; may be null
   * @param temporary the folder for temporary files
   */
  public static List<String> of(
      Program program,
      List<String> classPath,
      @Nullable String natives,
      @Nullable String archive,
      String temporary) {
    List<String> command = new ArrayList<>();
    command.add(home().resolve("bin").resolve("java").toString());
    command.addAll(
        List.of(
            "-Xmx" + program.limits().heapMebibytes() + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // Most methods run only while a process comes up; compiling them took a quarter of its
            // time.
            "-XX:CompileThresholdScaling=3",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            // Standard output is for messages, but that is where the virtual machine logs.
            "-Xlog:disable",
            // Of an archive that does not fit nobody needs to hear.
            "-Xlog:all=warning,cds=off,cds+dynamic=off,class+path=off:stderr",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            // A candidate's own would stand in the way of ours.
            "-Djava.security.manager=disallow",
            "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            // Whatever the locale that has UTF-8 is: nothing depends on where an answer is graded.
            "-Duser.language=en",
            "-Duser.country=",
            "-Djava.io.tmpdir=" + temporary,
            "-Duser.home=" + temporary,
            "-Dassay.lookFor="
                + String.join(
                    " ", program.decoys().stream().map(path -> path.toUri().toString()).toList())));
    ClassArchive classes = program.classes();
    if (classes != null && archive != null) {
      command.add(classes.option(archive));
    }
    if (natives != null) {
      command.addAll(
          List.of(
              "-Dorg.bytedeco.javacpp.pathsFirst=true",
              "-Djava.library.path=" + natives,
              "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
              "-Dorg.bytedeco.javacpp.maxbytes=0",
              // JavaCPP looks for each in every jar, a third of a second long. Linux's loader finds
              // those beside the first.
              "-Dorg.bytedeco.javacpp.findLibraries="
                  + !"Linux".equals(System.getProperty("os.name"))));
    }
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), program.mainClass()));
    return command;
  }

  /** The Java that runs the grader. */
  public static Path home() {
    return Path.of(Objects.requireNonNull(System.getProperty("java.home")));
  }
}
