package dev.assay.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs, the project and the outputs that grader/docs/own-programs.md shows. */
final class OwnProgramsPage {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\\R(.*?)^```\\s*?$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

  private final String text;

  private OwnProgramsPage(String text) {
    this.text = text.replace("\r\n", "\n");
  }

  static OwnProgramsPage read() throws IOException {
    Path page = Path.of(System.getProperty("assay.home"), "grader/docs/own-programs.md");
    return new OwnProgramsPage(Files.readString(page));
  }

  /** The pom.xml of the reader's project. */
  String pom() {
    List<String> poms = blocks("xml");
    assertThat(poms).hasSize(1);
    return poms.get(0);
  }

  /** The programs by the names of their classes. */
  Map<String, String> programs() {
    Map<String, String> programs = new LinkedHashMap<>();
    for (String source : blocks("java")) {
      Matcher name = CLASS.matcher(source);
      assertThat(name.find()).as("a public class in " + source).isTrue();
      programs.put(name.group(1), source);
    }
    return programs;
  }

  /** What the page shows that a program prints. */
  String output(String program) {
    String command = "$ ./assay run " + program + ".java\n";
    List<String> outputs = blocks("").stream().filter(block -> block.startsWith(command)).toList();
    assertThat(outputs).as("blocks that begin with " + command).hasSize(1);
    return outputs.get(0).substring(command.length());
  }

  private List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }
}
