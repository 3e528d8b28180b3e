package dev.assay.cli.grade;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.BatchFolderException;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.files.Reasons;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The folder for the results of a run, as {@code --out} names it. */
public final class OutFolder {
  private OutFolder() {}

  /**
   * Takes the folder, created if it does not exist.
   *
   * @param command for messages
   * @param out what was named; null for a new folder in {@code reports}
   */
  public static BatchFolder of(CommandLine command, @Nullable Path out, Path reports) {
    try {
      return out == null ? BatchFolder.in(reports) : BatchFolder.at(out);
    } catch (IOException e) {
      throw unwritable(command, out == null ? reports : out, e);
    }
  }

  /** The exception for a folder that cannot be written, or is not to be. */
  public static ParameterException unwritable(
      CommandLine command, Path folder, IOException reason) {
    Object why = reason instanceof BatchFolderException refused ? why(refused) : Reasons.of(reason);
    return WrongCommand.of(
        command, TerminalCode.OUT_NOT_WRITABLE, "folder", folder.toString(), "reason", why);
  }

  private static Sentence why(BatchFolderException refused) {
    Object message =
        refused.getCause() instanceof IOException cause
            ? Reasons.of(cause)
            : String.valueOf(refused.getMessage());
    return Sentence.of(TerminalCode.OUT_REFUSED, "reason", refused.reason(), "message", message);
  }
}
