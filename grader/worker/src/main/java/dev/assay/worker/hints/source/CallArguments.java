package dev.assay.worker.hints.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the arguments of a call, from trees or, where javac cannot parse it, from text. */
public final class CallArguments {
  private static final Pattern NAMED =
      Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*=(?!=)(.*)", Pattern.DOTALL);

  private CallArguments() {}

  /** Arguments that javac parsed: it takes named ones for assignments. */
  public static List<Argument> of(List<? extends ExpressionTree> trees) {
    return trees.stream()
        .map(
            tree ->
                tree instanceof AssignmentTree named
                    ? new Argument(named.getVariable().toString(), named.getExpression().toString())
                    : new Argument(null, tree.toString()))
        .toList();
  }

  /**
   * Arguments in brackets.
   *
   * @param open the position of the opening bracket
   * @return empty where no bracket on the same or a following line closes it
   */
  public static Optional<List<Argument>> at(Source source, int open) {
    List<Argument> arguments = new ArrayList<>();
    int depth = 0;
    int from = open + 1;
    char quote = 0;
    for (int i = open; i < source.text().length(); i++) {
      char c = source.at(i);
      if (quote != 0) {
        quote = c == quote || c == '\n' ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      }
      if (quote == 0 && (depth == 0 || (depth == 1 && c == ','))) {
        add(source.text().substring(from, i), arguments);
        from = i + 1;
      }
      if (depth == 0) {
        return Optional.of(arguments);
      }
    }
    return Optional.empty();
  }

  private static void add(String text, List<Argument> arguments) {
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      arguments.add(new Argument(named.group(1), named.group(2).strip()));
    } else if (!text.isBlank()) {
      arguments.add(new Argument(null, text.strip()));
    }
  }
}
