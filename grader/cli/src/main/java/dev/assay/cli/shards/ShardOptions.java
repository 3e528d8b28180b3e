package dev.assay.cli.shards;

import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.TerminalCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option to grade one shard of a plan. */
public final class ShardOptions {
  private static final Pattern FORM = Pattern.compile("(\\d{1,7})/(\\d{1,7})");

  /** What may be said beside a shard; the plan says everything else. */
  private static final Set<String> BESIDE =
      Set.of(
          "--shard",
          "--out",
          "--jobs",
          "--json",
          "--quiet",
          "--exit-zero",
          "--require-isolation",
          "--data-dir",
          "--hidden",
          "--key-file",
          "--key-env",
          "--passphrase-file",
          "--passphrase",
          "--lang");

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--shard",
      paramLabel = "i/N",
      description =
          "Grade only shard i of the N shards of the plan in --out, counted from 0, beside other graders. The plan determines everything else.")
  private @Nullable String shard;

  /** Returns whether a shard is to be graded. */
  public boolean isAsked() {
    return shard != null;
  }

  /** Checks what is said beside the shard. */
  public void check(boolean hasFolder) {
    if (!hasFolder) {
      throw WrongCommand.of(spec.commandLine(), TerminalCode.SHARD_WITHOUT_OUT);
    }
    List<String> others =
        spec.commandLine().getParseResult().matchedArgs().stream()
            .map(ShardOptions::name)
            .filter(name -> !BESIDE.contains(name))
            .toList();
    if (!others.isEmpty()) {
      throw WrongCommand.of(spec.commandLine(), TerminalCode.SHARD_PLANNED, "options", others);
    }
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /**
   * Returns the number of the shard.
   *
   * @param shards of the plan
   */
  public int number(int shards) {
    Matcher form = FORM.matcher(String.valueOf(shard));
    if (!form.matches()
        || Integer.parseInt(form.group(2)) != shards
        || Integer.parseInt(form.group(1)) >= shards) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.SHARD_WRONG,
          "shards",
          shards,
          "last",
          shards - 1,
          "value",
          String.valueOf(shard));
    }
    return Integer.parseInt(form.group(1));
  }
}
