package dev.assay.cli.terminal;

import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains wrong arguments in Assay's words: what was received, and what is allowed. */
final class WrongArguments {
  private final Catalogue texts;

  WrongArguments(Catalogue texts) {
    this.texts = texts;
  }

  /**
   * Returns one or two sentences; empty if the exception is Assay's own and already has a message.
   */
  Optional<String> describe(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (e instanceof UnmatchedArgumentException unmatched) {
      return Optional.of(unmatched(command, unmatched));
    }
    if (e instanceof MissingParameterException missing) {
      return Optional.of(missing(command, missing));
    }
    if (e instanceof OverwrittenOptionException twice) {
      String name = name(twice.getOverwritten());
      return Optional.of(texts.say(TerminalCode.ARGUMENT_REPEATED, "argument", name));
    }
    if (e instanceof MutuallyExclusiveArgsException) {
      String names = quoted(e, "^Error: ", " are mutually .*$");
      return Optional.of(texts.say(TerminalCode.ARGUMENTS_EXCLUSIVE, "arguments", names));
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      return Optional.of(wrong(e.getArgSpec(), e.getValue()));
    }
    // Only picocli's own `help` complains of a value without an argument.
    return Optional.ofNullable(e.getValue()).map(value -> unknownCommand(command, value));
  }

  private String unmatched(CommandSpec command, UnmatchedArgumentException e) {
    String given = e.getUnmatched().get(0);
    if (e.isUnknownOption()) {
      List<String> names =
          command.options().stream()
              .filter(option -> !option.hidden())
              .flatMap(option -> Stream.of(option.names()))
              .toList();
      String near = NearName.of(given, names).orElse("");
      return texts.say(
          TerminalCode.UNKNOWN_OPTION,
          "command",
          command.qualifiedName(),
          "option",
          given,
          "near",
          !near.isEmpty(),
          "name",
          near);
    }
    return command.subcommands().isEmpty()
        ? texts.say(
            TerminalCode.ARGUMENT_NOT_TAKEN, "command", command.qualifiedName(), "argument", given)
        : unknownCommand(command, given);
  }

  private String unknownCommand(CommandSpec command, String given) {
    List<String> names = new ArrayList<>();
    for (CommandLine subcommand : command.subcommands().values()) {
      if (!subcommand.getCommandSpec().usageMessage().hidden()) {
        names.add(subcommand.getCommandName());
      }
    }
    String near = NearName.of(given, names).orElse("");
    String all = command.qualifiedName().replaceFirst("^assay ?", "");
    return texts.say(
        TerminalCode.UNKNOWN_COMMAND,
        "command",
        all.isEmpty() ? given : all + " " + given,
        "near",
        !near.isEmpty(),
        "name",
        near,
        "names",
        names);
  }

  private String missing(CommandSpec command, MissingParameterException e) {
    List<ArgSpec> missing = e.getMissing();
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("Missing required parameter for option")) {
      return texts.say(
          TerminalCode.ARGUMENT_WITHOUT_VALUE,
          "argument",
          name(missing.get(0)),
          "value",
          missing.get(0).paramLabel());
    }
    if (message.contains("specify one of these")) {
      return texts.say(
          TerminalCode.ARGUMENT_OF_MISSING,
          "command",
          command.qualifiedName(),
          "arguments",
          quoted(e, "^.*: \\(", "\\)$").replace(" | ", ", "));
    }
    return texts.say(
        TerminalCode.ARGUMENT_MISSING,
        "command",
        command.qualifiedName(),
        "arguments",
        missing.stream().map(WrongArguments::shown).toList());
  }

  private String wrong(ArgSpec argument, String value) {
    return texts.say(
        TerminalCode.ARGUMENT_WRONG,
        "argument",
        name(argument),
        "rule",
        rule(argument.type()),
        "choices",
        choices(argument.type()),
        "value",
        value);
  }

  private static String rule(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return "COUNT";
    } else if (type == long.class || type == Long.class) {
      return "WHOLE";
    } else if (type == boolean.class) {
      return "FLAG";
    }
    return type.isEnum() ? "CHOICE" : "OTHER";
  }

  private static List<String> choices(Class<?> type) {
    return type.isEnum()
        ? Stream.of(type.getEnumConstants())
            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
            .toList()
        : List.of();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String shown(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  /** Extracts the text between two parts of picocli's message, which nothing else provides. */
  private static String quoted(ParameterException e, String before, String after) {
    return String.valueOf(e.getMessage()).replaceFirst(before, "").replaceFirst(after, "");
  }
}
