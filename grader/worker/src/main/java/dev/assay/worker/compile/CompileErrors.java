package dev.assay.worker.compile;

import dev.assay.commons.text.Printable;
import dev.assay.findings.Sentence;
import dev.assay.protocol.Message;
import dev.assay.worker.hints.Hints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Describes the errors of a compilation, with a hint for each whose cause is known.
 *
 * <p>Where a file cannot be parsed, only its first error is told, and no error of another kind:
 * what follows is mostly caused by it.
 */
final class CompileErrors {
  private static final int MAX_ERRORS = 100;
  private static final int MAX_TEXT = 2000;
  private static final int MAX_LINE = 300;

  /** Errors beyond these are shown without a hint, so that a large hand-in takes no longer. */
  private static final int MAX_HINTS = 20;

  private final DiagnosticCollector<JavaFileObject> diagnostics;
  private final int parsing;

  /**
   * Takes the errors so far for those of parsing.
   *
   * @param diagnostics of a task that has parsed its sources, and nothing more
   */
  CompileErrors(DiagnosticCollector<JavaFileObject> diagnostics) {
    this.diagnostics = diagnostics;
    this.parsing = errors().size();
  }

  private List<Diagnostic<? extends JavaFileObject>> errors() {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
        .toList();
  }

  /**
   * The errors to tell.
   *
   * @param hints null where none can be had
   */
  List<Message.Diagnostic> describe(@Nullable Hints hints) throws IOException {
    boolean isSyntax = parsing > 0;
    List<Diagnostic<? extends JavaFileObject>> shown =
        isSyntax ? firstOfEachFile(errors().subList(0, parsing)) : errors();
    List<Message.Diagnostic> messages = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> error :
        shown.subList(0, Math.min(MAX_ERRORS, shown.size()))) {
      Sentence hint =
          hints == null || messages.size() >= MAX_HINTS ? null : hint(hints, error, isSyntax);
      messages.add(message(error, hint));
    }
    return messages;
  }

  /**
   * Returns the first error of each file in javac's order, as newer versions report consequences of
   * a later line at the first one.
   */
  private static List<Diagnostic<? extends JavaFileObject>> firstOfEachFile(
      List<Diagnostic<? extends JavaFileObject>> errors) {
    Set<@Nullable JavaFileObject> seen = new HashSet<>();
    return errors.stream().filter(error -> seen.add(error.getSource())).toList();
  }

  /**
   * A hint that cannot be found costs nobody the error itself; the compiler's log has the cause.
   */
  private static @Nullable Sentence hint(
      Hints hints, Diagnostic<? extends JavaFileObject> error, boolean isSyntax)
      throws IOException {
    try {
      return hints.hint(error, isSyntax).map(CompileErrors::printable).orElse(null);
    } catch (RuntimeException e) {
      e.printStackTrace();
      return null;
    }
  }

  /** The sentence on one line, with what is long in it cut: it quotes the sources. */
  private static Sentence printable(Sentence sentence) {
    Map<String, Object> arguments = new TreeMap<>();
    sentence.arguments().forEach((name, value) -> arguments.put(name, printable(value)));
    return new Sentence(sentence.code(), arguments);
  }

  private static Object printable(Object value) {
    if (value instanceof String text) {
      return Printable.line(cut(text, MAX_LINE));
    } else if (value instanceof Sentence sentence) {
      return printable(sentence);
    }
    return value instanceof List<?> list
        ? list.stream().map(CompileErrors::printable).toList()
        : value;
  }

  private static Message.Diagnostic message(
      Diagnostic<? extends JavaFileObject> error, @Nullable Sentence hint) {
    JavaFileObject source = error.getSource();
    return new Message.Diagnostic(
        source == null ? "" : source.getName(),
        Math.max(0, error.getLineNumber()),
        Math.max(0, error.getColumnNumber()),
        cut(text(error), MAX_TEXT),
        source == null ? "" : cut(line(source, error.getLineNumber()), MAX_LINE),
        hint);
  }

  /**
   * Returns the error's text in English, whatever the machine's language, without advice on javac's
   * options.
   */
  private static String text(Diagnostic<?> error) {
    return error
        .getMessage(Locale.ROOT)
        .replaceFirst("\\s+\\(use (--enable-preview|-source \\d+ or higher) [^()]*\\)\\s*$", "");
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " ...";
  }

  private static String line(JavaFileObject source, long number) {
    try {
      return source
          .getCharContent(true)
          .toString()
          .lines()
          .skip(Math.max(0, number - 1))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
