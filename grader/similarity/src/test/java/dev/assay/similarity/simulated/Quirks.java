package dev.assay.similarity.simulated;

import java.util.List;

/** Draws code that some write and others do not: checks, sums, output, code that nothing uses. */
final class Quirks {
  private static final int DEPTH = 2;

  private Quirks() {}

  /** A statement for the body of a method. */
  static String statement(Words words) {
    String name = "@" + words.name() + "@";
    return switch (words.random().nextInt(7)) {
      case 0 -> "int " + name + " = " + expression(words, DEPTH) + ";";
      case 1 ->
          "if ("
              + condition(words)
              + ") { throw new IllegalStateException(\""
              + words.sentence()
              + "\"); }";
      case 2 -> "System.out.println(" + expression(words, DEPTH) + ");";
      case 3 -> "double " + name + " = " + expression(words, DEPTH) + " / SHARE;";
      case 4 ->
          "for (int @i@ = 0; @i@ < UNITS; @i@++) { int "
              + name
              + " = @i@ * "
              + expression(words, 1)
              + "; }";
      case 5 -> "long " + name + " = spec.seed() + " + expression(words, DEPTH) + ";";
      default ->
          "int " + name + " = " + condition(words) + " ? UNITS : " + expression(words, 1) + ";";
    };
  }

  /** A method, which may be one that nothing calls. */
  static String helper(Words words) {
    String name = "@" + words.name() + "@";
    String body = statement(words) + "\n" + (words.chance(0.5) ? statement(words) + "\n" : "");
    return "private static int "
        + name
        + "(int @units@) {\n"
        + body
        + "return "
        + expression(words, DEPTH)
        + ";\n}";
  }

  private static String condition(Words words) {
    return expression(words, 1)
        + words.pick(List.of(" < ", " > ", " == ", " >= "))
        + expression(words, 1);
  }

  private static String expression(Words words, int depth) {
    if (depth == 0 || words.chance(0.2)) {
      return words.pick(
          List.of("UNITS", "spec.classes()", "spec.seed()", "UNITS", "spec.limits().epochs()"));
    }
    String left = expression(words, depth - 1);
    String right = expression(words, depth - 1);
    return switch (words.random().nextInt(7)) {
      case 0 -> "Math.max(" + left + ", " + right + ")";
      case 1 -> "Math.min(" + left + ", " + right + ")";
      case 2 -> "(" + left + " + " + right + ")";
      case 3 -> left + " * " + right;
      case 4 -> "Math.abs(" + left + ")";
      case 5 -> "Integer.parseInt(\"\" + " + left + ")";
      default -> "(" + left + " - " + right + ")";
    };
  }
}
