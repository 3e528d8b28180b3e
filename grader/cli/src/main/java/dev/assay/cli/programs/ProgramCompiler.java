package dev.assay.cli.programs;

import com.sun.source.util.JavacTask;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
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
      throw new SentenceException(Sentence.of(FaultCode.NO_COMPILER));
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
        throw failed(errors.toString().stripTrailing(), sources.size() == 1);
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

  /** Returns the compiler's words, and that a single file was compiled without those beside it. */
  private ProgramException failed(String errors, boolean single) {
    return ProgramException.of(
        TerminalCode.PROGRAM_ERRORS,
        "errors",
        errors,
        "alone",
        single && errors.contains("cannot find symbol") && hasNeighbours(),
        "file",
        String.valueOf(program.getFileName()));
  }

  private boolean hasNeighbours() {
    Path folder = program.toAbsolutePath().normalize().getParent();
    String[] files =
        folder == null ? null : folder.toFile().list((parent, name) -> name.endsWith(".java"));
    return files != null && files.length > 1;
  }

  private String mainClass(List<String> mains, @Nullable String wanted) throws ProgramException {
    if (wanted != null) {
      if (!mains.contains(wanted)) {
        throw ProgramException.of(
            TerminalCode.PROGRAM_WITHOUT_CLASS,
            "program",
            program.toString(),
            "class",
            wanted,
            "mains",
            String.join(", ", mains));
      }
      return wanted;
    }
    if (mains.isEmpty()) {
      throw ProgramException.of(TerminalCode.PROGRAM_WITHOUT_MAIN, "program", program.toString());
    }
    if (mains.size() > 1) {
      throw ProgramException.of(
          TerminalCode.PROGRAM_SEVERAL_MAINS,
          "program",
          program.toString(),
          "mains",
          String.join(", ", mains));
    }
    return mains.get(0);
  }
}
