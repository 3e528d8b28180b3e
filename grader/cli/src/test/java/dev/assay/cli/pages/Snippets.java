package dev.assay.cli.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced blocks of a Markdown text. */
final class Snippets {
  private static final Pattern FENCED =
      Pattern.compile("^```(\\w*)\\R(.*?)^```\\s*?$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("public (?:final )?class (\\w+)");

  private final String text;

  Snippets(String text) {
    this.text = text;
  }

  /** The blocks of one of the repository's pages, such as {@code README.md}. */
  static Snippets ofPage(String page) throws IOException {
    return new Snippets(Files.readString(Path.of(System.getProperty("assay.home"), page)));
  }

  /** What stands under a command in the blocks that begin with it. */
  List<String> outputsOf(String command) {
    String first = "$ " + command + "\n";
    return blocks("\\w*").stream()
        .filter(block -> block.startsWith(first))
        .map(block -> block.substring(first.length()))
        .toList();
  }

  /** The lines of the block of commands that begins so. */
  List<String> commandsOf(String first) {
    return blocks("").stream()
        .filter(block -> block.startsWith(first))
        .flatMap(String::lines)
        .toList();
  }

  /** The Java files that are answers. */
  List<String> answers() {
    return blocks("java").stream().filter(block -> block.contains("@Answers")).toList();
  }

  /** The file that a Java source has to be in. */
  static String fileName(String source) {
    Matcher matcher = CLASS.matcher(source);
    if (!matcher.find()) {
      throw new IllegalArgumentException("There is no public class in " + source);
    }
    return matcher.group(1) + ".java";
  }

  private List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = FENCED.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).matches(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }
}
