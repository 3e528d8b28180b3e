package dev.assay.cli.bank;

import dev.assay.problems.ModelBuilder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Answers that are compiled together and built in this process. */
final class CompiledAnswers implements AutoCloseable {
  private final URLClassLoader loader;

  private CompiledAnswers(URLClassLoader loader) {
    this.loader = loader;
  }

  /** An answer's name, its problem and its Java source. */
  record Source(String name, String problem, String text) {}

  static List<Source> sources(List<BankAnswer> answers) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (BankAnswer answer : answers) {
      sources.add(new Source(answer.name(), answer.problem(), answer.source()));
    }
    return sources;
  }

  /**
   * Compiles answers.
   *
   * @param folder for sources and classes
   * @throws IllegalStateException where one does not compile
   */
  static CompiledAnswers of(List<Source> answers, Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-nowarn"));
    for (int i = 0; i < answers.size(); i++) {
      Path source = folder.resolve("sources").resolve(packageOf(i)).resolve("Answer.java");
      Files.createDirectories(source.getParent());
      Files.writeString(source, "package %s;\n\n%s".formatted(packageOf(i), answers.get(i).text()));
      arguments.add(source.toString());
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("the answers do not compile");
    }
    return new CompiledAnswers(
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, CompiledAnswers.class.getClassLoader()));
  }

  private static String packageOf(int number) {
    return "answer" + number;
  }

  /** A new builder of the answer with this place in the list. */
  ModelBuilder builder(int place) throws ReflectiveOperationException {
    Class<?> type = loader.loadClass(packageOf(place) + ".Answer");
    return (ModelBuilder) type.getDeclaredConstructor().newInstance();
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
