package dev.assay.keras.graphs;

import java.util.function.UnaryOperator;

/**
 * Reads the inputs of a GraphDef's nodes: {@code name} and {@code name:1} take a value of a node,
 * the first and the second, and {@code ^name} only waits for it.
 *
 * <p>A colon that no number follows, and a {@code ^} that is not the first character, are part of
 * the name, as in TensorFlow's {@code ParseTensorName} (tensor_id.cc). No text is refused.
 */
public final class NodeInputs {
  private static final String CONTROL = "^";

  private NodeInputs() {}

  /** Returns whether an input is a control dependency, which takes no value. */
  public static boolean isControl(String input) {
    return input.startsWith(CONTROL);
  }

  /** Returns the name of the node that an input takes a value of or waits for. */
  public static String node(String input) {
    return input.substring(start(input), end(input));
  }

  /**
   * Replaces the name of an input's node.
   *
   * @param rename maps the node's name to the new one
   * @return an input of the same kind: the same output of the renamed node, or the wait for it
   */
  public static String renamed(String input, UnaryOperator<String> rename) {
    return input.substring(0, start(input))
        + rename.apply(node(input))
        + input.substring(end(input));
  }

  private static int start(String input) {
    return isControl(input) ? CONTROL.length() : 0;
  }

  private static int end(String input) {
    int digits = input.length();
    while (digits > 0 && isDigit(input.charAt(digits - 1))) {
      digits--;
    }
    boolean isNumbered = digits > 0 && digits < input.length() && input.charAt(digits - 1) == ':';
    return isNumbered ? digits - 1 : input.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
