package dev.assay.run.candidate;

import dev.assay.commons.text.Printable;
import dev.assay.protocol.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A compiler's errors: first what to do about them, a line each, then as javac prints them. */
final class CompilerOutput {
  private static final int SHOWN = 10;
  private static final int TAB = 8;
  private static final Pattern UNKNOWN_NAME =
      Pattern.compile("cannot find symbol|package \\S+ does not exist");
  private static final String NAMES =
      "The library's names: grader/keras/docs/KERAS.md has Keras's beside ours, README.md there the"
          + " imports.";

  private CompilerOutput() {}

  static String describe(List<Message.Diagnostic> errors) {
    List<String> lines = new ArrayList<>(hints(errors));
    lines.add(
        errors.size() == 1
            ? "The sources do not compile: 1 error."
            : String.format(Locale.ROOT, "The sources do not compile: %d errors.", errors.size()));
    errors.stream().limit(SHOWN).forEach(error -> add(error, lines));
    if (errors.size() > SHOWN) {
      lines.add(String.format(Locale.ROOT, "... and %d more.", errors.size() - SHOWN));
    }
    if (errors.stream().anyMatch(CompilerOutput::isUnknownName)) {
      lines.add(NAMES);
    }
    return String.join("\n", lines);
  }

  /** Each hint once, at the first place that it is about. */
  private static List<String> hints(List<Message.Diagnostic> errors) {
    Set<String> seen = new HashSet<>(Set.of(""));
    return errors.stream()
        .filter(error -> seen.add(error.hint()))
        .limit(SHOWN)
        .map(error -> place(error) + Printable.line(error.hint()))
        .toList();
  }

  private static boolean isUnknownName(Message.Diagnostic error) {
    return error.hint().isEmpty() && UNKNOWN_NAME.matcher(error.text()).lookingAt();
  }

  private static String place(Message.Diagnostic error) {
    return error.file().isEmpty()
        ? ""
        : "%s:%s: ".formatted(Printable.line(error.file()), error.line());
  }

  private static void add(Message.Diagnostic error, List<String> lines) {
    lines.add(place(error) + "error: " + error.text());
    if (!error.source().isEmpty()) {
      String source = expandTabs(error.source());
      lines.add("    " + source);
      lines.add(
          " ".repeat(4 + (int) Math.max(0, Math.min(source.length(), error.column() - 1))) + "^");
    }
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
