package dev.assay.cli.terminal;

import dev.assay.report.Verdict;

/** What stands out in a text for people, as ECMA-48 selects it. */
public enum Colour {
  GREEN(32),
  RED(31),
  YELLOW(33);

  private final int code;

  Colour(int code) {
    this.code = code;
  }

  /** Green for what passed, red for what did not; yellow where the grader is at fault. */
  public static Colour of(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> GREEN;
      case GRADER_ERROR -> YELLOW;
      default -> RED;
    };
  }

  String paint(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
