package dev.assay.cli.bank;

import java.util.ArrayList;
import java.util.List;

/** The methods of an answer of the bank, laid out so that most changes are whole lines. */
final class CodeLayout {
  private static final int COLUMNS = 76;

  private CodeLayout() {}

  /** The methods {@code build} and {@code fit}. */
  static String of(BankAnswer answer) {
    String body =
        answer.parts().containsKey("build")
            ? given(answer.part("build"))
            : sequential(answer.part("layers"), answer.part("compile"));
    return """
        public Model build(ProblemSpec spec) {
        %s}

        public FitPlan fit(ProblemSpec spec) {
        %s}
        """
        .formatted(body, fit(answer.part("fit")));
  }

  /** Statements are left as they stand in the bank, where all but the first are indented. */
  private static String given(String statements) {
    return ("  " + statements + "\n").replaceAll("(?m)\\s+$", "\n");
  }

  private static String sequential(String layers, String compile) {
    return "  return Sequential.of(\n%s)\n      .compile(\n%s);\n"
        .formatted(each(layers), each(compile));
  }

  private static String each(String arguments) {
    return "          " + String.join(",\n          ", split(arguments, ','));
  }

  private static String fit(String plan) {
    String line = "  return " + plan + ";\n";
    if (line.length() <= COLUMNS) {
      return line;
    }
    List<String> calls = split(plan, '.');
    String start = "  return " + calls.get(0) + "." + calls.get(1);
    return start + "\n      ." + String.join("\n      .", calls.subList(2, calls.size())) + ";\n";
  }

  /** Splits where no parenthesis, brace or quote is open; a dot within a number is none. */
  static List<String> split(String text, char at) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : "({".indexOf(c) >= 0 ? 1 : ")}".indexOf(c) >= 0 ? -1 : 0;
      if (c == at && depth == 0 && !quoted) {
        parts.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(text.substring(from).strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
