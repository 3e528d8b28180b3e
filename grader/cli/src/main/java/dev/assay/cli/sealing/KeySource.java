package dev.assay.cli.sealing;

import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.files.Reasons;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.run.sealed.Passphrase;
import dev.assay.run.sealed.SealException;
import dev.assay.run.sealed.SealKey;
import dev.assay.run.sealed.Secret;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The source of a key or passphrase: one of these; each may be null.
 *
 * @param keyFile holds a key
 * @param keyVariable the name of an environment variable that holds a key
 * @param passphraseFile holds a passphrase as its first line
 */
public record KeySource(
    @Nullable Path keyFile, @Nullable String keyVariable, @Nullable Path passphraseFile) {
  private static final int MAX_BYTES = 8192;

  /**
   * Reads it, or asks for a passphrase on the terminal if no place is named.
   *
   * @param texts the language in which the terminal asks
   * @param repeat whether the terminal asks twice, as for a new passphrase
   * @throws ParameterException when it is not there or is no key
   */
  public Secret secret(CommandLine command, Catalogue texts, boolean repeat) {
    try {
      if (keyFile != null) {
        return SealKey.parse(read(keyFile), keyFile.toString());
      }
      if (keyVariable != null) {
        return SealKey.parse(variable(keyVariable), origin("VARIABLE", keyVariable));
      }
      if (passphraseFile != null) {
        String line = read(passphraseFile).lines().findFirst().orElse("");
        return new Passphrase(line, passphraseFile.toString());
      }
      return new Passphrase(typed(repeat, texts), origin("TERMINAL", ""));
    } catch (SealException e) {
      throw new WrongCommand(command, SentenceException.of(e));
    } catch (IOException e) {
      throw WrongCommand.of(command, TerminalCode.KEY_NOT_READ, "reason", SentenceException.of(e));
    }
  }

  private static Sentence origin(String source, String name) {
    return Sentence.of(TerminalCode.KEY_SOURCE, "source", source, "name", name);
  }

  private static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SentenceException(
          Sentence.of(
              TerminalCode.KEY_FILE_NOT_READ, "file", file.toString(), "reason", Reasons.of(e)),
          e);
    }
  }

  private static String variable(String name) throws IOException {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new SentenceException(Sentence.of(TerminalCode.VARIABLE_NOT_SET, "name", name));
    }
    return value;
  }

  @SuppressWarnings("SystemConsoleNull") // it is null where there is no terminal, up to Java 21
  private static String typed(boolean repeat, Catalogue texts) throws IOException {
    Console console = System.console();
    String first = console == null ? null : line(console, prompt(false, texts));
    if (console == null || first == null) {
      throw new SentenceException(Sentence.of(TerminalCode.NO_TERMINAL));
    }
    if (repeat && !first.equals(line(console, prompt(true, texts)))) {
      throw new SentenceException(Sentence.of(TerminalCode.PASSPHRASES_DIFFER));
    }
    return first;
  }

  private static String prompt(boolean repeated, Catalogue texts) {
    return texts.say(TerminalCode.PASSPHRASE_PROMPT, "repeated", repeated);
  }

  private static @Nullable String line(Console console, String prompt) {
    char[] typed = console.readPassword("%s", prompt);
    if (typed == null) {
      return null;
    }
    String line = new String(typed);
    Arrays.fill(typed, ' ');
    return line;
  }
}
