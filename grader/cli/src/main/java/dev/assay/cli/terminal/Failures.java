package dev.assay.cli.terminal;

import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.Reasons;
import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.run.sealed.SealException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports failures of the grader itself. */
public final class Failures implements IExecutionExceptionHandler {
  public static final int SOME_FAILED = 1;
  static final int WRONG_COMMAND = 2;
  public static final int GRADER_ERROR = 3;

  /** The shell's exit code for SIGINT. */
  public static final int INTERRUPTED = 130;

  private final Streams streams;

  public Failures(Streams streams) {
    this.streams = streams;
  }

  /**
   * Prints one sentence and the help command; the whole help would push the sentence off the
   * screen.
   */
  public int wrongCommand(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    Optional<String> unread = new WrongArguments(streams.texts()).describe(e);
    String message = unread.orElseGet(() -> said(e));
    command.getErr().println("assay: " + Screen.harmless(message));
    if (unread.isEmpty() && !command.getSubcommands().isEmpty()) {
      command.usage(command.getErr());
    } else {
      command
          .getErr()
          .println(
              streams
                  .texts()
                  .say(TerminalCode.SEE_HELP, "command", command.getCommandSpec().qualifiedName()));
    }
    command.getErr().flush();
    return WRONG_COMMAND;
  }

  /** Returns the message, in the user's language where the catalogue has it. */
  private String said(Exception e) {
    if (e instanceof SentenceException several) {
      return Sentence.text(several.sentences(), streams.texts());
    }
    return e instanceof Explained known
        ? known.sentence().text(streams.texts())
        : String.valueOf(e.getMessage());
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    if (e instanceof InterruptedException) {
      return INTERRUPTED;
    }
    if (e instanceof SealException) {
      streams.err().println("assay: " + Screen.harmless(said(e)));
      return WRONG_COMMAND;
    }
    if (e instanceof FileSystemException file) {
      // Its message is often the file's name alone.
      String text = "%s: %s".formatted(file.getFile(), Reasons.of(file).text(streams.texts()));
      streams.err().println("assay: " + Screen.harmless(text));
      return GRADER_ERROR;
    }
    if (e instanceof DataException || e instanceof IOException) {
      streams.err().println("assay: " + Screen.harmless(said(e)));
      return GRADER_ERROR;
    }
    streams.err().println("assay: " + streams.texts().say(TerminalCode.BUG));
    e.printStackTrace(streams.err());
    return GRADER_ERROR;
  }
}
