package dev.assay.worker.hints;

import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Site;
import dev.assay.worker.hints.source.Source;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds braces that are missing, or are too many. */
final class BraceHints implements Family {
  private static final Pattern METHOD =
      Pattern.compile(
          "\\s*(public|private|protected)\\s+((static|final)\\s+)*[\\w<>\\[\\],"
              + " .]+\\s+\\w+\\s*\\(.*");
  private static final Pattern MODIFIERS =
      Pattern.compile("(\\s+(@\\w+|public|private|protected|static|final|abstract))+\\s*$");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^\\s*((public|final|abstract)\\s+)*(class|record|interface|enum)\\s+\\w");

  @Override
  public Optional<Sentence> hint(Site site) {
    if (site.code().equals("premature.eof")) {
      return atTheEnd(site.source());
    }
    Optional<Sentence> method = methodInMethod(site, site.position());
    return method.isPresent() ? method : tooMany(site);
  }

  private static Optional<Sentence> atTheEnd(Source source) {
    Deque<Source.Open> open = source.openBefore(source.text().length());
    boolean braces = open.stream().allMatch(bracket -> bracket.bracket() == '{');
    if (open.isEmpty() || !braces) {
      return Optional.empty();
    }
    return Optional.of(Sentence.of(HintCode.BRACES_MISSING_AT_END, "count", open.size()));
  }

  /** A method that begins where another has not ended: classes have braces at most two deep. */
  private static Optional<Sentence> methodInMethod(Site site, int position) {
    Source source = site.source();
    long line = source.lineOf(position);
    boolean method = METHOD.matcher(source.line(line)).matches();
    Deque<Source.Open> open = source.openBefore(source.startOf(line));
    if (!method
        || open.isEmpty()
        || open.element().bracket() != '{'
        || isTypeBody(source, open.element())) {
      return Optional.empty();
    }
    return Optional.of(Sentence.of(HintCode.BRACE_MISSING_BEFORE_METHOD, "line", line));
  }

  /**
   * Returns whether a brace opens a class, judging by the text between it and the preceding end.
   */
  private static boolean isTypeBody(Source source, Source.Open open) {
    String before = source.text().substring(0, open.position());
    int from =
        Math.max(
            before.lastIndexOf(';'), Math.max(before.lastIndexOf('{'), before.lastIndexOf('}')));
    String head = before.substring(from + 1);
    return head.matches("(?s).*\\b(class|record|interface|enum)\\s+\\w.*")
        || head.matches("(?s).*\\bnew\\s+[\\w.<>]+\\s*\\(.*\\)\\s*");
  }

  /** Code behind the last brace of a class. */
  private static Optional<Sentence> tooMany(Site site) {
    Source source = site.source();
    int position = source.skipBlanks(site.start());
    String before = MODIFIERS.matcher(source.text().substring(0, position)).replaceFirst("");
    int last = source.lastBefore(before.length());
    boolean outside = source.openBefore(position).isEmpty();
    boolean type = TYPE.matcher(source.text().substring(0, Math.max(0, position))).find();
    if (!outside || !type || source.at(last) != '}') {
      return Optional.empty();
    }
    return Optional.of(
        source.at(position) == '}'
            ? Sentence.of(HintCode.BRACE_TOO_MANY, "line", source.lineOf(position))
            : Sentence.of(HintCode.BRACE_CLOSES_CLASS, "line", source.lineOf(last)));
  }
}
