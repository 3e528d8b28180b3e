package dev.assay.cli;

import dev.assay.cli.data.DataSets;
import dev.assay.cli.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** The text of grader/docs/commands.md: the help of every command, as it is printed. */
final class CommandsPage {
  private static final String INTRODUCTION =
      """
      # Commands

      The help of every command, as `./assay COMMAND --help` prints it. [students.md](students.md) and
      [instructors.md](instructors.md) say what the commands are for.

      A test writes and checks this page. After a change to a command, an option or a text, write it anew:

      ```
      mvn -Dquick -pl grader/cli -am test -Dtest=CommandsPageTest \\
          -Dsurefire.failIfNoSpecifiedTests=false -Dtest.argLine=-Dassay.goldens=write
      ```
      """;

  private CommandsPage() {}

  /** The whole page, with the help of each command. */
  static String text(Map<String, String> helps) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    helps.forEach(
        (command, help) ->
            page.append("\n## %s\n\n".formatted(command.isEmpty() ? "assay" : command))
                .append("```\n$ ./assay ")
                .append(command.isEmpty() ? "" : command + " ")
                .append("--help\n")
                .append(help)
                .append("```\n"));
    return page.toString();
  }

  /** The help of each command that is shown to people, by its name; that of Assay itself first. */
  static Map<String, String> helps() {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    CommandLine assay = Main.commandLine(Streams.utf8(nowhere, nowhere), DataSets.standard());
    Map<String, String> helps = new LinkedHashMap<>();
    add(assay, "", helps);
    return helps;
  }

  private static void add(CommandLine command, String name, Map<String, String> helps) {
    if (command.getCommandSpec().usageMessage().hidden() || name.equals("help")) {
      return;
    }
    helps.put(name, Run.of((Object[]) (name + " --help").strip().split(" ")).out());
    command.getSubcommands().forEach((sub, inner) -> add(inner, (name + " " + sub).strip(), helps));
  }
}
