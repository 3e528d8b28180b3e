package dev.assay.worker.hints;

import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Argument;
import dev.assay.worker.hints.source.CallArguments;
import dev.assay.worker.hints.source.Calls;
import dev.assay.worker.hints.source.Site;
import dev.assay.worker.hints.source.Source;
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

  private static final Pattern CALL = Pattern.compile("(?<![@\\w.])([A-Za-z][\\w.]*)\\s*\\(");

  private final Calls calls;

  PythonHints(Calls calls) {
    this.calls = calls;
  }

  @Override
  public Optional<Sentence> hint(Site site) {
    Source source = site.source();
    boolean python =
        LongStream.rangeClosed(site.line(), site.line() + 1)
            .mapToObj(source::line)
            .anyMatch(line -> LINES.stream().anyMatch(known -> known.matcher(line).matches()));
    if (python) {
      return Optional.of(Sentence.of(HintCode.PYTHON_FILE));
    }
    Optional<Sentence> call = namedArgument(site);
    return call.isEmpty() && COMMENT.matcher(source.line(site.line())).matches()
        ? Optional.of(Sentence.of(HintCode.PYTHON_COMMENT))
        : call;
  }

  /** A call with an argument of a name, that is neither a loop's head nor an annotation. */
  private Optional<Sentence> namedArgument(Site site) {
    String line = site.source().line(site.line());
    Matcher call = CALL.matcher(line);
    int start = site.source().startOf(site.line());
    while (call.find()) {
      String name = call.group(1);
      Optional<List<Argument>> arguments =
          CallArguments.at(site.source(), start + call.end() - 1)
              .filter(found -> found.stream().anyMatch(argument -> argument.name() != null));
      if (arguments.isPresent() && !name.matches("for|try|while|if|switch|synchronized|return")) {
        return Optional.of(calls.named(site, name, arguments.get()));
      }
    }
    return Optional.empty();
  }
}
