package dev.assay.training.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the code of the pages, all at once, and runs it. */
final class Workshop {
  /** What all code of the pages imports. */
  static final List<String> IMPORTS =
      Stream.concat(
              Docstrings.FAMILIES.keySet().stream()
                  .filter(
                      family ->
                          Workshop.class.getResource(
                                  "/dev/assay/keras/" + family + "/package-info.class")
                              != null)
                  .map(family -> "import dev.assay.keras." + family + ".*;"),
              Stream.of(
                  "import dev.assay.training.*;",
                  "import static dev.assay.keras.activations.Activation.GELU;",
                  "import static dev.assay.keras.activations.Activation.HARD_SIGMOID;",
                  "import static dev.assay.keras.activations.Activation.RELU;",
                  "import static dev.assay.keras.activations.Activation.SIGMOID;",
                  "import static dev.assay.keras.activations.Activation.SOFTMAX;",
                  "import static dev.assay.keras.activations.Activation.TANH;",
                  "import static dev.assay.keras.layers.Padding.*;",
                  "import java.util.*;",
                  "import org.tensorflow.Operand;",
                  "import org.tensorflow.ndarray.Shape;",
                  "import org.tensorflow.op.Ops;",
                  "import org.tensorflow.types.TFloat32;"))
          .toList();

  /** What only the examples import: the functions that they call. */
  static final String HELPERS = "import static dev.assay.training.Example.*;";

  private final List<Snippet> snippets;
  private final URLClassLoader classes;

  /**
   * Compiles.
   *
   * @param snippets whose names need not differ
   * @param folder where the classes go, empty
   * @throws AssertionError that says what does not compile, and why
   */
  Workshop(List<Snippet> snippets, Path folder) {
    this.snippets = List.copyOf(snippets);
    Map<String, Snippet> sources = new LinkedHashMap<>();
    for (Snippet snippet : this.snippets) {
      sources.put("Snippet" + sources.size(), snippet);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            folder.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, snippet) -> files.add(new Source(name, snippet)));
    if (!compiler.getTask(null, null, problems, options, null, files).call()) {
      throw new AssertionError(
          problems.getDiagnostics().stream()
              .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
              .map(Workshop::show)
              .collect(Collectors.joining("\n", "Examples that do not compile:\n", "")));
    }
    try {
      classes = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String show(Diagnostic<? extends JavaFileObject> problem) {
    Source source = (Source) problem.getSource();
    return "%s: %s: %s"
        .formatted(
            source.snippet.name(),
            source.text.lines().toList().get((int) problem.getLineNumber() - 1).strip(),
            problem.getMessage(null));
  }

  /** Runs a snippet: the lines of each value that it shows. */
  List<List<String>> run(Snippet snippet) throws ReflectiveOperationException {
    Shown shown = new Shown();
    Method method =
        classes.loadClass("Snippet" + snippets.indexOf(snippet)).getMethod("run", Shown.class);
    try {
      method.invoke(null, shown);
    } catch (InvocationTargetException e) {
      throw new AssertionError(snippet.name() + ": its example throws " + e.getCause(), e);
    }
    return shown.values();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final Snippet snippet;
    private final String text;

    Source(String name, Snippet snippet) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.snippet = snippet;
      text =
          String.join("\n", IMPORTS)
              + "\n"
              + HELPERS
              + "\nimport dev.assay.training.docs.Shown;\npublic final class "
              + name
              + " {\npublic "
              + snippet.method("run")
              + "}\n";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
