package dev.assay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SnippetsTest {
  private final Snippets snippets =
      new Snippets(
          """
          # Title

          ```console
          $ ./assay --help
          Usage: assay
            more
          ```

          ```
          $ ./assay grade --help
          Usage: assay grade
          ```

          ```java
          @Answers("iris")
          public final class A {}
          ```

          ```java
          class NoAnswer {}
          ```
          """);

  @Test
  void findsOutputsByTheirCommand() {
    assertThat(snippets.outputsOf("./assay --help")).containsExactly("Usage: assay\n  more\n");
    assertThat(snippets.outputsOf("./assay grade --help")).containsExactly("Usage: assay grade\n");
    assertThat(snippets.outputsOf("./assay")).isEmpty();
  }

  @Test
  void findsCommands() {
    Snippets commands = new Snippets("```\n./assay list\n./assay grade\n```\n");
    assertThat(commands.commandsOf("./assay list"))
        .containsExactly("./assay list", "./assay grade");
    assertThat(commands.commandsOf("./assay grade")).isEmpty();
  }

  @Test
  void findsAnswersAndTheirFiles() {
    assertThat(snippets.answers()).containsExactly("@Answers(\"iris\")\npublic final class A {}\n");
    assertThat(Snippets.fileName(snippets.answers().get(0))).isEqualTo("A.java");
    assertThatThrownBy(() -> Snippets.fileName("class B {}")).hasMessageContaining("public class");
  }
}
