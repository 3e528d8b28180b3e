package dev.assay.run.submissions.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Java source says of itself, found without compiling it; comments and strings say nothing.
 *
 * @param packageName dotted; empty for the default package
 * @param publicType the name of its public top-level type; null where there is none
 * @param answers the problems that {@code @Answers} names in it
 * @param isTest whether it imports JUnit or TestNG
 */
public record JavaOutline(
    String packageName, @Nullable String publicType, List<String> answers, boolean isTest) {
  /** Longer sources are looked through up to here. */
  private static final int MOST = 2 << 20;

  private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");
  private static final Set<String> MODIFIERS =
      Set.of("final", "abstract", "sealed", "strictfp", "static", "non", "-");

  public JavaOutline {
    answers = List.copyOf(answers);
  }

  /** Looks through a source. */
  public static JavaOutline of(String source) {
    List<String> tokens = JavaTokens.of(source.substring(0, Math.min(source.length(), MOST)));
    return new JavaOutline(
        packageName(tokens), publicType(tokens), answers(tokens), isTest(tokens));
  }

  private static String packageName(List<String> tokens) {
    int start = tokens.indexOf("package");
    int end = tokens.indexOf(";");
    return start >= 0 && start < end ? String.join("", tokens.subList(start + 1, end)) : "";
  }

  private static @Nullable String publicType(List<String> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      depth += token.equals("{") ? 1 : token.equals("}") ? -1 : 0;
      if (depth == 0 && token.equals("public")) {
        String name = typeAfter(tokens, i + 1);
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  private static @Nullable String typeAfter(List<String> tokens, int start) {
    int i = start;
    while (i < tokens.size() && (MODIFIERS.contains(tokens.get(i)) || tokens.get(i).equals("@"))) {
      i++;
    }
    return i + 1 < tokens.size() && KINDS.contains(tokens.get(i)) ? tokens.get(i + 1) : null;
  }

  private static List<String> answers(List<String> tokens) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean marked = tokens.get(i).equals("Answers") && tokens.get(i + 1).equals("(");
      if (marked && isAnnotation(tokens, i)) {
        int value = tokens.get(i + 2).equals("value") ? i + 4 : i + 2;
        if (value < tokens.size() && tokens.get(value).startsWith("\"")) {
          ids.add(tokens.get(value).substring(1));
        }
      }
    }
    return ids;
  }

  /** Goes back over the names of packages to the sign that begins an annotation. */
  private static boolean isAnnotation(List<String> tokens, int name) {
    int i = name - 1;
    while (i >= 1 && tokens.get(i).equals(".")) {
      i -= 2;
    }
    return i >= 0 && tokens.get(i).equals("@");
  }

  private static boolean isTest(List<String> tokens) {
    for (int i = 0; i + 3 < tokens.size(); i++) {
      if (tokens.get(i).equals("import")) {
        int first = tokens.get(i + 1).equals("static") ? i + 2 : i + 1;
        String start = String.join("", tokens.subList(first, Math.min(first + 3, tokens.size())));
        if (start.equals("org.junit") || start.equals("org.testng")) {
          return true;
        }
      }
    }
    return false;
  }
}
