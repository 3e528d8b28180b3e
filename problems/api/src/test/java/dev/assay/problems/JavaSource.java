package dev.assay.problems;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A Java file in memory, to be analysed against the class path of this process. */
final class JavaSource extends SimpleJavaFileObject {
  private static final Pattern PUBLIC_CLASS = Pattern.compile("public final class (\\w+)");

  private final String text;

  private JavaSource(String name, String text) {
    super(URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
    this.text = text;
  }

  /** Returns javac's errors for a file with one public final class; empty when it compiles. */
  static List<String> errors(String text) throws IOException {
    Matcher name = PUBLIC_CLASS.matcher(text);
    if (!name.find()) {
      return List.of("there is no public final class");
    }
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    messages,
                    List.of("-proc:none"),
                    null,
                    List.of(new JavaSource(name.group(1), text)));
    task.analyze();
    return messages.getDiagnostics().stream()
        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
        .map(message -> message.getLineNumber() + ": " + message.getMessage(Locale.ROOT))
        .toList();
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
