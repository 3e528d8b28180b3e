package dev.assay.run;

import dev.assay.worker.protocol.Message;
import java.util.ArrayList;
import java.util.List;

/** A compiler's errors as javac prints them. */
final class CompilerOutput {
  private static final int SHOWN = 10;

  private CompilerOutput() {}

  static String describe(List<Message.Diagnostic> errors) {
    List<String> lines = new ArrayList<>();
    lines.add(
        errors.size() == 1
            ? "The sources do not compile: 1 error."
            : "The sources do not compile: %d errors.".formatted(errors.size()));
    errors.stream().limit(SHOWN).forEach(error -> add(error, lines));
    if (errors.size() > SHOWN) {
      lines.add("... and %d more.".formatted(errors.size() - SHOWN));
    }
    return String.join("\n", lines);
  }

  private static void add(Message.Diagnostic error, List<String> lines) {
    String place = error.file().isEmpty() ? "" : "%s:%d: ".formatted(error.file(), error.line());
    lines.add(place + "error: " + error.text());
    if (!error.source().isEmpty()) {
      lines.add("    " + error.source().replace('\t', ' '));
      lines.add(" ".repeat(4 + (int) Math.max(0, Math.min(200, error.column() - 1))) + "^");
    }
  }
}
