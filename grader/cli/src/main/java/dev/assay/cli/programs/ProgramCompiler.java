package dev.assay.cli.programs;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles a program in memory, as {@code java File.java} does, and says what does not compile. */
final class ProgramCompiler {
  /**
   * A compiled program.
   *
   * @param classes the class files by their names in a jar
   * @param mainClass the full name of the class that it begins with
   */
  record Compiled(Map<String, byte[]> classes, String mainClass) {}

  private final Path program;
  private final List<Path> classPath;

  /**
   * A compiler for one program.
   *
   * @param program a Java file, or a folder of Java files
   */
  ProgramCompiler(Path program, List<Path> classPath) {
    this.program = program;
    this.classPath = classPath;
  }

  /**
   * Compiles.
   *
   * @param wanted the class to begin with; null: the one that has a main method
   * @throws ProgramException with the compiler's own words where the sources have errors
   */
  Compiled compile(@Nullable String wanted) throws ProgramException, IOException {
    List<ProgramSource> sources = ProgramSources.read(program);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("This Java has no compiler: Assay needs a JDK, not a JRE.");
    }
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        ClassesInMemory classes = new ClassesInMemory(files)) {
      JavacTask task =
          (JavacTask) compiler.getTask(errors, classes, null, options(), null, sources);
      List<String> mains = MainClasses.of(task.parse());
      task.analyze();
      task.generate();
      if (!errors.toString().isEmpty()) {
        throw new ProgramException(errors.toString().stripTrailing() + advice(sources, errors));
      }
      return new Compiled(classes.files(), mainClass(mains, wanted));
    }
  }

  private List<String> options() {
    return List.of(
        "-proc:none",
        "-implicit:none",
        "-Xlint:none",
        "-nowarn",
        "-XDsuppressNotes",
        "-sourcepath",
        "",
        "--release",
        "17",
        "-parameters",
        "-g",
        "-classpath",
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
  }

  /** Returns a note that only a single file was compiled, without the others beside it. */
  private String advice(List<ProgramSource> sources, StringWriter errors) {
    Path folder = program.toAbsolutePath().normalize().getParent();
    if (sources.size() > 1 || folder == null || !errors.toString().contains("cannot find symbol")) {
      return "";
    }
    String[] beside = folder.toFile().list((parent, name) -> name.endsWith(".java"));
    return beside == null || beside.length < 2
        ? ""
        : "\nOnly %s was compiled. Pass its folder to compile the other Java files with it."
            .formatted(program.getFileName());
  }

  private String mainClass(List<String> mains, @Nullable String wanted) throws ProgramException {
    if (wanted != null) {
      if (!mains.contains(wanted)) {
        throw new ProgramException(
            "%s has no class %s with a main method. It has: %s."
                .formatted(program, wanted, mains.isEmpty() ? "none" : String.join(", ", mains)));
      }
      return wanted;
    }
    if (mains.isEmpty()) {
      throw new ProgramException(
          "%s has no main method. A program begins with `public static void main(String[] args)`; an answer has none and is graded with `assay grade`."
              .formatted(program));
    }
    if (mains.size() > 1) {
      throw new ProgramException(
          "%s has several classes with a main method: %s. Choose one with --main CLASS."
              .formatted(program, String.join(", ", mains)));
    }
    return mains.get(0);
  }
}
