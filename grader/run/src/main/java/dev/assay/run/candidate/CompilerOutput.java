package dev.assay.run.candidate;

import dev.assay.commons.text.Printable;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.protocol.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A compiler's errors: first what to do about them, a line each, then as javac prints them. */
final class CompilerOutput {
  private static final int SHOWN = 10;
  private static final int TAB = 8;
  private static final Pattern UNKNOWN_NAME =
      Pattern.compile("cannot find symbol|package \\S+ does not exist");

  private CompilerOutput() {}

  static String describe(List<Message.Diagnostic> errors) {
    return of(errors).text();
  }

  /** All that is to be said of errors, a line each. */
  static Sentence of(List<Message.Diagnostic> errors) {
    List<Sentence> lines = new ArrayList<>(hints(errors));
    lines.add(Sentence.of(VerdictCode.COMPILES_NOT, "errors", errors.size()));
    errors.stream().limit(SHOWN).map(CompilerOutput::error).forEach(lines::add);
    if (errors.size() > SHOWN) {
      lines.add(Sentence.of(VerdictCode.MORE_ERRORS, "more", errors.size() - SHOWN));
    }
    if (errors.stream().anyMatch(CompilerOutput::isUnknownName)) {
      lines.add(Sentence.of(VerdictCode.LIBRARY_NAMES));
    }
    return Sentence.of(VerdictCode.COMPILER_OUTPUT, "lines", lines);
  }

  /** Each hint once, at the first place that it is about. */
  private static List<Sentence> hints(List<Message.Diagnostic> errors) {
    Set<Sentence> seen = new HashSet<>();
    List<Sentence> hints = new ArrayList<>();
    for (Message.Diagnostic error : errors) {
      Sentence hint = error.hint();
      if (hint != null && hints.size() < SHOWN && seen.add(hint)) {
        hints.add(error.file().isEmpty() ? hint : at(error, hint));
      }
    }
    return hints;
  }

  private static Sentence at(Message.Diagnostic error, Sentence hint) {
    return Sentence.of(
        VerdictCode.HINT_AT, "file", file(error), "line", error.line(), "hint", hint);
  }

  private static String file(Message.Diagnostic error) {
    return Printable.line(error.file());
  }

  private static boolean isUnknownName(Message.Diagnostic error) {
    return error.hint() == null && UNKNOWN_NAME.matcher(error.text()).lookingAt();
  }

  private static Sentence error(Message.Diagnostic error) {
    return Sentence.of(
        VerdictCode.COMPILER_ERROR,
        "placed",
        !error.file().isEmpty(),
        "file",
        file(error),
        "line",
        error.line(),
        "text",
        error.text(),
        "excerpt",
        excerpt(error));
  }

  /** The line of source and a caret below the place in it, on new lines. */
  private static String excerpt(Message.Diagnostic error) {
    if (error.source().isEmpty()) {
      return "";
    }
    String source = expandTabs(error.source());
    int column = (int) Math.max(0, Math.min(source.length(), error.column() - 1));
    return "\n    %s\n    %s^".formatted(source, " ".repeat(column));
  }

  /** Counts columns as javac does: a tab advances to the next multiple of 8. */
  private static String expandTabs(String source) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      text.append(c == '\t' ? " ".repeat(TAB - text.length() % TAB) : String.valueOf(c));
    }
    return text.toString();
  }
}
