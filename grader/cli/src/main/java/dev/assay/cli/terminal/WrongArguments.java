package dev.assay.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
  private WrongArguments() {}

  /**
   * Returns one or two sentences; empty if the exception is Assay's own and already has a message.
   */
  static Optional<String> describe(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (e instanceof UnmatchedArgumentException unmatched) {
      return Optional.of(unmatched(command, unmatched));
    }
    if (e instanceof MissingParameterException missing) {
      return Optional.of(missing(command, missing));
    }
    if (e instanceof OverwrittenOptionException twice) {
      return Optional.of("%s was given more than once.".formatted(name(twice.getOverwritten())));
    }
    if (e instanceof MutuallyExclusiveArgsException) {
      return Optional.of("Give only one of " + quoted(e, "^Error: ", " are mutually .*$") + ".");
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      return Optional.of(
          "%s %s. Received: %s"
              .formatted(name(e.getArgSpec()), rule(e.getArgSpec()), e.getValue()));
    }
    // Only picocli's own `help` complains of a value without an argument.
    return Optional.ofNullable(e.getValue()).map(value -> unknownCommand(command, value));
  }

  private static String unmatched(CommandSpec command, UnmatchedArgumentException e) {
    String given = e.getUnmatched().get(0);
    if (e.isUnknownOption()) {
      List<String> names =
          command.options().stream()
              .filter(option -> !option.hidden())
              .flatMap(option -> Stream.of(option.names()))
              .toList();
      return "`%s` has no option %s.%s"
          .formatted(command.qualifiedName(), given, suggestion(given, names));
    }
    return command.subcommands().isEmpty()
        ? "`%s` does not take %s.".formatted(command.qualifiedName(), given)
        : unknownCommand(command, given);
  }

  private static String unknownCommand(CommandSpec command, String given) {
    List<String> names = new ArrayList<>();
    for (CommandLine subcommand : command.subcommands().values()) {
      if (!subcommand.getCommandSpec().usageMessage().hidden()) {
        names.add(subcommand.getCommandName());
      }
    }
    String suggestion = suggestion(given, names);
    String known = " Available: " + String.join(", ", names) + ".";
    String all = command.qualifiedName().replaceFirst("^assay ?", "");
    return "Unknown command: %s%s.%s"
        .formatted(
            all.isEmpty() ? "" : all + " ", given, suggestion.isEmpty() ? known : suggestion);
  }

  private static String suggestion(String given, List<String> names) {
    return NearName.of(given, names).map(name -> " Did you mean " + name + "?").orElse("");
  }

  private static String missing(CommandSpec command, MissingParameterException e) {
    List<ArgSpec> missing = e.getMissing();
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("Missing required parameter for option")) {
      return "%s needs a value: %s.".formatted(name(missing.get(0)), missing.get(0).paramLabel());
    }
    if (message.contains("specify one of these")) {
      return "`%s` needs one of %s."
          .formatted(command.qualifiedName(), quoted(e, "^.*: \\(", "\\)$").replace(" | ", ", "));
    }
    return "`%s` needs %s."
        .formatted(
            command.qualifiedName(),
            missing.stream().map(WrongArguments::shown).collect(Collectors.joining(" and ")));
  }

  private static String rule(ArgSpec argument) {
    Class<?> type = argument.type();
    if (type == int.class) {
      return "needs a whole number, at least 1";
    }
    if (type == long.class) {
      return "needs a whole number of at most 18 digits";
    }
    if (type == boolean.class) {
      return "takes no value";
    }
    if (type.isEnum()) {
      return "must be one of "
          + Stream.of(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    return "cannot be read";
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
