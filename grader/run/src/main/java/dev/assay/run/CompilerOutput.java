package dev.assay.run;

import dev.assay.report.Printable;
import dev.assay.worker.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A compiler's errors as javac prints them. */
final class CompilerOutput {
  private static final int SHOWN = 10;
  private static final int TAB = 8;
  private static final Pattern UNKNOWN_NAME =
      Pattern.compile("cannot find symbol|package \\S+ does not exist");
  private static final String NAMES =
      "The library's names: grader/keras/docs/KERAS.md has Keras's beside ours, README.md there the"
          + " imports.";

  private static final Pattern NOT_COMPILED =
      Pattern.compile(
          "incompatible types: \\S+\\.(Sequential|Functional) cannot be converted to"
              + " \\S+\\.Model$");
  private static final String COMPILE =
      "A model has its optimizer and loss: end with .compile(optimizer, loss, metrics), as in"
          + " Keras.";

  private CompilerOutput() {}

  static String describe(List<Message.Diagnostic> errors) {
    List<String> lines = new ArrayList<>();
    lines.add(
        errors.size() == 1
            ? "The sources do not compile: 1 error."
            : String.format(Locale.ROOT, "The sources do not compile: %d errors.", errors.size()));
    errors.stream().limit(SHOWN).forEach(error -> add(error, lines));
    if (errors.size() > SHOWN) {
      lines.add(String.format(Locale.ROOT, "... and %d more.", errors.size() - SHOWN));
    }
    if (errors.stream().anyMatch(error -> UNKNOWN_NAME.matcher(error.text()).lookingAt())) {
      lines.add(NAMES);
    }
    if (errors.stream().anyMatch(error -> NOT_COMPILED.matcher(error.text()).lookingAt())) {
      lines.add(COMPILE);
    }
    return String.join("\n", lines);
  }

  private static void add(Message.Diagnostic error, List<String> lines) {
    String place =
        error.file().isEmpty()
            ? ""
            : String.format(Locale.ROOT, "%s:%d: ", Printable.line(error.file()), error.line());
    lines.add(place + "error: " + error.text());
    if (!error.source().isEmpty()) {
      String source = expandTabs(error.source());
      lines.add("    " + source);
      lines.add(
          " ".repeat(4 + (int) Math.max(0, Math.min(source.length(), error.column() - 1))) + "^");
    }
  }

  /** As javac counts columns: a tab goes on to the next multiple of 8. */
  private static String expandTabs(String source) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      text.append(c == '\t' ? " ".repeat(TAB - text.length() % TAB) : String.valueOf(c));
    }
    return text.toString();
  }
}
