package dev.assay.cli.watch;

import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.TerminalCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Whether answers are graded again whenever a source file changes. */
public final class WatchOptions {
  /** Options whose results are not for somebody who looks at a screen, or are of a whole class. */
  private static final List<String> OTHERS =
      List.of("--json", "--shard", "--repeats", "--folds", "--export", "--settings");

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--watch",
      description =
          "Check and grade again whenever a source file changes, until Ctrl-C. A change during a grading ends it.")
  private boolean asked;

  private @Nullable SourceWatch watch;
  private volatile boolean changed;

  /** Returns whether they are. */
  public boolean isAsked() {
    return asked;
  }

  /**
   * Checks and grades, and does both again after each change; ends only with the process, or where
   * the command line is wrong from the start.
   *
   * @param paths to watch
   * @param check returns 0 where answers can be graded
   * @param grade grades them
   * @param last shows the last result again, where there was nothing to grade
   */
  public int run(
      List<Path> paths,
      Callable<Integer> check,
      Callable<Integer> grade,
      LastResult last,
      Streams streams)
      throws Exception {
    refuseOthers(paths);
    try (SourceWatch sources = SourceWatch.of(paths)) {
      watch = sources;
      boolean first = true;
      while (true) {
        sources.look();
        changed = false;
        try {
          if (check.call() == 0) {
            grade.call();
          } else {
            last.show();
          }
        } catch (ParameterException e) {
          if (first) {
            throw e;
          }
          CommandLine command = spec.commandLine();
          command.getParameterExceptionHandler().handleParseException(e, new String[0]);
        } catch (IOException e) {
          CommandLine command = spec.commandLine();
          ParseResult none = command.getParseResult();
          command.getExecutionExceptionHandler().handleExecutionException(e, command, none);
        }
        first = false;
        streams.out().println(streams.texts().say(TerminalCode.WATCH_WAITS));
        if (!changed) {
          sources.await();
        }
      }
    }
  }

  private void refuseOthers(List<Path> paths) {
    if (paths.isEmpty()) {
      throw WrongCommand.of(spec.commandLine(), TerminalCode.WATCH_NOTHING);
    }
    ParseResult parsed = spec.commandLine().getParseResult();
    for (String other : OTHERS) {
      if (parsed.hasMatchedOption(other)) {
        throw WrongCommand.of(
            spec.commandLine(), TerminalCode.ARGUMENTS_EXCLUSIVE, "arguments", "--watch, " + other);
      }
    }
  }

  /**
   * Listens for a change while something runs, until the result is closed.
   *
   * @param interrupt ends what runs, once
   */
  public Listening during(Runnable interrupt) {
    SourceWatch sources = watch;
    if (sources == null) {
      return () -> {};
    }
    Thread listener =
        new Thread(
            () -> {
              try {
                sources.await();
              } catch (InterruptedException e) {
                // What ran has ended: nobody waits for a change here any more.
                return;
              }
              changed = true;
              interrupt.run();
            },
            "watch");
    listener.setDaemon(true);
    listener.start();
    return () -> {
      if (!changed) {
        listener.interrupt();
      }
      try {
        listener.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Shows the last result again. */
  @FunctionalInterface
  public interface LastResult {
    /** Shows it, if there is one. */
    void show() throws IOException;
  }

  /** Listens for changes until it is closed. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /** Returns whether a source changed since the last check began. */
  public boolean hasChanged() {
    return changed;
  }
}
