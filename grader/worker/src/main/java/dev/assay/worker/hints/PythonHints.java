package dev.assay.worker.hints;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Recognises Python where javac cannot parse a file. */
final class PythonHints implements Family {
  /** Lines that are Python and cannot be Java, however they go on. */
  private static final List<Pattern> LINES =
      List.of(
          Pattern.compile("\\s*(async\\s+)?def\\s+\\w+\\s*\\(.*"),
          Pattern.compile("\\s*from\\s+[\\w.]+\\s+import\\s.*"),
          Pattern.compile("\\s*import\\s+[\\w.]+\\s+as\\s+\\w+\\s*"),
          Pattern.compile("\\s*import\\s+([a-z]\\w*\\.)*[a-z]\\w*\\s*(#.*)?"),
          Pattern.compile("\\s*class\\s+\\w+\\s*(\\(.*\\))?\\s*:\\s*"),
          Pattern.compile("\\s*(if|elif|while|with)\\s[^?]*[^?:]:\\s*"),
          Pattern.compile("\\s*(else|try|finally)\\s*:\\s*"),
          Pattern.compile("\\s*except\\b.*:\\s*"),
          Pattern.compile("\\s*for\\s+\\w+(\\s*,\\s*\\w+)*\\s+in\\s.*"),
          Pattern.compile("\\s*\\w+\\s*=\\s*([a-z]\\w*\\.)+\\w+\\(\\s*(\\[.*)?"));

  private static final Pattern COMMENT = Pattern.compile("\\s*#.*");

  /** A call with a named argument: neither a loop's header nor an annotation. */
  private static final Pattern NAMED_ARGUMENT =
      Pattern.compile("(?<![@\\w])([A-Za-z]\\w*)\\s*\\((?=[^()]*[a-z_]\\w*\\s*=(?!=))");

  private final Library library;
  private final Values values;

  PythonHints(Library library, Values values) {
    this.library = library;
    this.values = values;
  }

  @Override
  public Optional<String> hint(Site site) {
    Source source = site.source();
    boolean python =
        LongStream.rangeClosed(site.line(), site.line() + 1)
            .mapToObj(source::line)
            .anyMatch(line -> LINES.stream().anyMatch(known -> known.matcher(line).matches()));
    if (python) {
      return Optional.of(
          "This is Python, and answers are Java: `assay new` creates a Java file to begin with, and grader/keras/docs/KERAS.md shows Keras's calls beside Assay's.");
    }
    Optional<String> call = namedArgument(site);
    return call.isEmpty() && COMMENT.matcher(source.line(site.line())).matches()
        ? Optional.of("Comments begin with // in Java, not with #.")
        : call;
  }

  private Optional<String> namedArgument(Site site) {
    String line = site.source().line(site.line());
    Matcher call = NAMED_ARGUMENT.matcher(line);
    int start = site.source().startOf(site.line());
    while (call.find()) {
      String name = call.group(1);
      boolean argument = namesArgument(line.substring(call.end()));
      if (argument && !name.matches("for|try|while|if|switch")) {
        return Optional.of(
            "Java has no named arguments. " + written(site, name, start + call.end() - 1));
      }
    }
    return Optional.empty();
  }

  /** Whether what follows an opening bracket has a name and an equals sign, without a type. */
  private static boolean namesArgument(String rest) {
    return Pattern.compile("^(?:[^()]*,)?\\s*[a-z_]\\w*\\s*=(?!=)").matcher(rest).find();
  }

  private String written(Site site, String name, int open) {
    Imports imports = new Imports(site.unit());
    return library.own(name).stream()
        .findFirst()
        .flatMap(
            type ->
                Arguments.at(site.source(), open)
                    .flatMap(
                        arguments -> Translation.of(library, values, imports, type, arguments)))
        .map(text -> text + ".")
        .orElse("An option is a method: grader/keras/docs/KERAS.md shows Keras's calls beside Assay's.");
  }
}
