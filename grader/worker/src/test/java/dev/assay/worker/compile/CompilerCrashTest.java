package dev.assay.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;

class CompilerCrashTest {
  private static <T extends Throwable> T thrownIn(String className, T thrown) {
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("jdk.internal.util.Preconditions", "check", "Some.java", 1),
          new StackTraceElement("java.util.ArrayList", "get", "ArrayList.java", 1),
          new StackTraceElement(className, "attribute", "Some.java", 1),
        });
    return thrown;
  }

  @Test
  void whatTheCompilerItselfThrowsIsOfTheSources() {
    String attr = "com.sun.tools.javac.comp.Attr";
    assertThat(CompilerCrash.isOfSources(new StackOverflowError())).isTrue();
    assertThat(CompilerCrash.isOfSources(thrownIn(attr, new AssertionError()))).isTrue();
    assertThat(
            CompilerCrash.isOfSources(
                new IllegalStateException(thrownIn(attr, new NullPointerException()))))
        .isTrue();
  }

  @Test
  void whatKeepsTheCompilerFromWorkingIsOurs() {
    String files = "com.sun.tools.javac.file.JavacFileManager";
    assertThat(CompilerCrash.isOfSources(thrownIn(files, new InvalidPathException("x", "y"))))
        .isFalse();
    assertThat(
            CompilerCrash.isOfSources(
                thrownIn(files, new UncheckedIOException(new IOException("no space")))))
        .isFalse();
    assertThat(CompilerCrash.isOfSources(thrownIn(files, new NoClassDefFoundError("x")))).isFalse();
    assertThat(
            CompilerCrash.isOfSources(
                thrownIn("dev.assay.worker.compile.AnswerFinder", new Error())))
        .isFalse();
  }
}
