package dev.assay.worker.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.ServiceConfigurationError;

/** Distinguishes a compiler crash that the sources caused from one that this process caused. */
final class CompilerCrash {
  /** A chain of causes may be a ring. */
  private static final int MAX_CAUSES = 20;

  /**
   * Failures that no source can cause: missing files, names, classes and memory are this process's
   * own.
   */
  private static final List<Class<? extends Throwable>> OURS =
      List.of(
          InvalidPathException.class,
          UncheckedIOException.class,
          IOException.class,
          LinkageError.class,
          ServiceConfigurationError.class,
          InternalError.class);

  private static final List<String> LIBRARY = List.of("java.", "jdk.internal.", "sun.");

  private CompilerCrash() {}

  /**
   * Returns whether a failure is javac's own, caused by the sources that it compiled.
   *
   * @param thrown out of the compiler
   */
  static boolean isOfSources(Throwable thrown) {
    Throwable cause = thrown;
    boolean ofCompiler = false;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      Throwable one = cause;
      if (OURS.stream().anyMatch(type -> type.isInstance(one))) {
        return false;
      }
      ofCompiler |= cause instanceof StackOverflowError || isThrownInCompiler(cause);
      cause = cause.getCause();
    }
    return ofCompiler;
  }

  /** The first frame outside the library of Java, which checks what the compiler gives it. */
  private static boolean isThrownInCompiler(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String name = frame.getClassName();
      if (LIBRARY.stream().noneMatch(name::startsWith)) {
        return name.startsWith("com.sun.tools.javac.");
      }
    }
    return false;
  }
}
