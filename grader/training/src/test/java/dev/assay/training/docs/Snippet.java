package dev.assay.training.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * The code of an example: statements, some of which say what their value is.
 *
 * @param name of the class that it is an example of
 */
record Snippet(String name, List<Statement> statements) {
  /** Behind it stands what a statement's value is written as; a long text has more such lines. */
  static final String MARK = "// ->";

  /**
   * A statement.
   *
   * @param code with its semicolon
   * @param shown the lines that its value is written as; none where it is not shown
   */
  record Statement(String code, List<String> shown) {}

  static Snippet parse(String name, String source) {
    List<Statement> statements = new ArrayList<>();
    StringBuilder code = new StringBuilder();
    List<String> shown = new ArrayList<>();
    for (String line : source.lines().toList()) {
      int mark = line.indexOf(MARK);
      String java = mark < 0 ? line : line.substring(0, mark);
      if (!java.isBlank() && isWhole(code.toString())) {
        statements.add(new Statement(code.toString(), List.copyOf(shown)));
        code.setLength(0);
        shown.clear();
      }
      code.append(java.isBlank() ? "" : java.stripTrailing() + "\n");
      if (mark >= 0) {
        shown.add(line.substring(mark + MARK.length()).strip());
      }
    }
    statements.add(new Statement(code.toString(), List.copyOf(shown)));
    return new Snippet(name, statements);
  }

  /** Whether a statement ends here: outside all brackets. */
  private static boolean isWhole(String code) {
    int open = 0;
    for (int i = 0; i < code.length(); i++) {
      open += "([{".indexOf(code.charAt(i)) >= 0 ? 1 : ")]}".indexOf(code.charAt(i)) >= 0 ? -1 : 0;
    }
    String end = code.strip();
    return open == 0 && (end.endsWith(";") || end.endsWith("}"));
  }

  /** What running it must show. */
  List<List<String>> expected() {
    return statements.stream().map(Statement::shown).filter(lines -> !lines.isEmpty()).toList();
  }

  /** A method {@code void name(Shown shown)} that runs the statements. */
  String method(String method) {
    StringBuilder java = new StringBuilder();
    java.append("static void ").append(method).append("(Shown shown) throws Exception {\n");
    for (Statement statement : statements) {
      String code = statement.code().strip();
      java.append(
          statement.shown().isEmpty()
              ? code
              : "shown.value(" + code.substring(0, code.length() - 1) + ");");
      java.append('\n');
    }
    return java.append("}\n").toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
