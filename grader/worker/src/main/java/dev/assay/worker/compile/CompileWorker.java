package dev.assay.worker.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.VerdictCode;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.worker.hints.Hints;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles a candidate's sources, with annotation processing off, and finds the answers among them.
 */
public final class CompileWorker {
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-implicit:none",
          "-sourcepath",
          "",
          "-Xlint:none",
          "-encoding",
          "UTF-8",
          "--release",
          "17",
          "-parameters",
          "-g");

  private CompileWorker() {}

  public static Message run(Job.Compile job) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new SentenceException(Sentence.of(FaultCode.NO_COMPILER));
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        ClassFiles classes = new ClassFiles(files)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, readable(job.classPath()));
      List<JavaFileObject> sources = sources(job);
      JavacTask task =
          (JavacTask)
              compiler.getTask(Writer.nullWriter(), classes, diagnostics, OPTIONS, null, sources);
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      CompileErrors errors = new CompileErrors(diagnostics);
      List<Message.Builder> builders = AnswerFinder.find(task, units, () -> hasErrors(diagnostics));
      if (hasErrors(diagnostics)) {
        // What the task knows of the sources is gone once it has generated classes.
        return new Message.Compiled(builders, errors.describe(Hints.of(task, units, files)));
      }
      task.generate();
      classes.write(job.classes());
      return new Message.Compiled(builders, errors.describe(null));
    } catch (ClassFiles.TooLarge e) {
      return new Message.Failed(Message.Cause.CANDIDATE, e.sentence());
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      if (!CompilerCrash.isOfSources(e)) {
        throw e;
      }
      e.printStackTrace();
      return new Message.Failed(Message.Cause.CANDIDATE, gaveUp(e));
    }
  }

  /** Sources can make the compiler itself fail; it wraps what our own files throw. */
  private static Sentence gaveUp(Throwable thrown) {
    if (thrown.getCause() instanceof ClassFiles.TooLarge large) {
      return large.sentence();
    }
    boolean nested =
        thrown instanceof StackOverflowError || thrown.getCause() instanceof StackOverflowError;
    return Sentence.of(VerdictCode.COMPILER_GAVE_UP, "error", thrown.toString(), "nested", nested);
  }

  /**
   * Checks that the class path is readable, because the compiler would blame the sources, and
   * returns it.
   */
  private static List<Path> readable(List<Path> classPath) throws IOException {
    for (Path entry : classPath) {
      if (!Files.isReadable(entry)) {
        throw new SentenceException(
            Sentence.of(FaultCode.CLASS_PATH_NOT_READ, "file", entry.toString()));
      }
    }
    return classPath;
  }

  /**
   * Reads all sources at once, so that a failure of the grader does not look like a compile error.
   */
  private static List<JavaFileObject> sources(Job.Compile job) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String name : job.names()) {
      Path path = job.folder().resolve(Job.Compile.file(sources.size()));
      sources.add(new SourceFile(sources.size(), name, Files.readString(path)));
    }
    return sources;
  }

  private static boolean hasErrors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .anyMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR);
  }
}
