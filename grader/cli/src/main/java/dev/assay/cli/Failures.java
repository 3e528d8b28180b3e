package dev.assay.cli;

import dev.assay.datasets.DataException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in the grader itself. */
final class Failures implements IExecutionExceptionHandler {
  static final int SOME_FAILED = 1;
  static final int WRONG_COMMAND = 2;
  static final int GRADER_ERROR = 3;

  /** As shells have it for SIGINT. */
  static final int INTERRUPTED = 130;

  private final Streams streams;

  Failures(Streams streams) {
    this.streams = streams;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    if (e instanceof InterruptedException) {
      return INTERRUPTED;
    }
    if (e instanceof DataException || e instanceof IOException) {
      streams.err().println("assay: " + e.getMessage());
      return GRADER_ERROR;
    }
    streams
        .err()
        .println("assay: this is an error in Assay itself. Please report it with these lines:");
    e.printStackTrace(streams.err());
    return GRADER_ERROR;
  }
}
