package dev.assay.cli.programs;

import dev.assay.findings.Catalogue;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A user's program, compiled into a jar.
 *
 * <p>It runs in a separate Java process with the user's rights: no sandbox, no limits. Standard
 * input and output are those of this process, and so is standard error but for TensorFlow's notes.
 *
 * @param jar runs with {@code java -jar}
 */
public record UserProgram(Path jar) {
  /** Lifts JavaCPP's own memory limits, which would end honest trainings. */
  private static final List<String> OPTIONS =
      List.of(
          "-Dorg.bytedeco.javacpp.pathsFirst=true",
          "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
          "-Dorg.bytedeco.javacpp.maxbytes=0",
          "-Dfile.encoding=UTF-8");

  /** The launcher's findings about the terminal, for the program's progress lines. */
  private static final List<String> HANDED_ON =
      List.of("assay.tty.out", "assay.columns", "assay.cache");

  /**
   * Compiles a program.
   *
   * @param sources a Java file, or a folder of Java files
   * @param mainClass the class to begin with; null: the one that has a main method
   * @param classPath of the program
   * @param folder for the jar; exists
   * @throws ProgramException where it does not compile, or has no class to begin with
   */
  public static UserProgram compile(
      Path sources, @Nullable String mainClass, List<Path> classPath, Path folder)
      throws ProgramException, IOException {
    ProgramCompiler.Compiled compiled = new ProgramCompiler(sources, classPath).compile(mainClass);
    Path jar = folder.resolve("program.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out =
            new JarOutputStream(file, manifest(compiled.mainClass(), classPath))) {
      for (Map.Entry<String, byte[]> entry : compiled.classes().entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return new UserProgram(jar);
  }

  /** Returns the manifest, whose names are UTF-8 whatever the platform's encoding. */
  private static Manifest manifest(String mainClass, List<Path> classPath) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
    attributes.put(
        Attributes.Name.CLASS_PATH,
        classPath.stream()
            .map(entry -> entry.toUri().toASCIIString())
            .collect(Collectors.joining(" ")));
    return manifest;
  }

  /**
   * Runs the program until it ends, or this process is stopped.
   *
   * @param natives the folder of TensorFlow's native libraries
   * @param properties of Java, such as {@code -Dassay.data-dir=...}
   * @param texts the language of complaints
   * @return the program's own exit code
   * @throws InterruptedException when this process is ending
   */
  public int run(
      Path java, Path natives, List<String> properties, List<String> arguments, Catalogue texts)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(OPTIONS);
    command.add("-Djava.library.path=" + natives);
    for (String name : HANDED_ON) {
      String value = System.getProperty(name);
      if (value != null) {
        command.add("-D" + name + "=" + value);
      }
    }
    command.addAll(properties);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putIfAbsent("TF_CPP_MIN_LOG_LEVEL", "3");
    return await(builder.start(), texts);
  }

  /** Ctrl-C reaches the program by itself; another signal only this process. */
  private static int await(Process process, Catalogue texts) throws InterruptedException {
    Thread hook = new Thread(process::destroy, "end-program");
    Runtime.getRuntime().addShutdownHook(hook);
    Thread errors = new Thread(() -> showErrors(process, texts), "program-errors");
    errors.setDaemon(true);
    errors.start();
    int code = process.waitFor();
    // What the program has started may keep the stream open.
    errors.join(Duration.ofSeconds(1).toMillis());
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process is ending too, and the hook has nothing left to do.
      return code;
    }
    return code;
  }

  private static void showErrors(Process process, Catalogue texts) {
    // Not closed: standard error is still needed.
    LogFilter filter = new LogFilter(System.err);
    try {
      filter.copy(process.getErrorStream());
    } catch (IOException e) {
      System.err.println(
          texts.say(TerminalCode.PROGRAM_ERRORS_NOT_READ, "reason", SentenceException.of(e)));
    }
  }
}
