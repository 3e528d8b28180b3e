package dev.assay.cli;

import dev.assay.cli.data.DataSets;
import dev.assay.cli.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param out what it wrote on standard output
 * @param err what it wrote on standard error
 */
public record Run(int code, String out, String err) {
  /** Runs a command in this process. */
  public static Run of(Object... args) {
    return of(DataSets.standard(), args);
  }

  public static Run of(DataSets sets, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    int code = Main.run(Streams.utf8(new PrintStream(out), new PrintStream(err)), sets, texts);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
