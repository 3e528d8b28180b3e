package dev.assay.cli.explain;

import dev.assay.cli.terminal.NearName;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.paths.RawPaths;
import dev.assay.findings.FindingCode;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.findings.pages.FindingPage;
import dev.assay.report.GradeReport;
import dev.assay.report.json.JsonReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Explains findings: the symptom, why it matters, what to do, and an example.",
      "Without an argument, lists all findings.",
    })
public final class ExplainCommand implements Runnable {
  private static final String RESULT = "result.json";

  /** A result is in the folder of the problem, in that of the submission, in that of the run. */
  private static final int DEPTH = 3;

  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "CODE|RESULT",
      description = {
        "The code of a finding, such as INPUT_SCALE;",
        "or a result.json, the folder of a result or that of a whole run: explains what was found there.",
      })
  private List<String> names = new ArrayList<>();

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    Terminal terminal = Terminal.of(false);
    Screen screen = new Screen(streams.out(), terminal);
    if (names.isEmpty()) {
      screen.lines(CodeList.lines(streams.texts(), terminal.columns()));
      return;
    }
    ResultText results = new ResultText(streams.texts(), terminal.columns());
    List<List<String>> parts = names.stream().flatMap(name -> explain(name, results)).toList();
    parts.forEach(screen::lines);
  }

  /** Returns the lines of each page or result that a name stands for. */
  private Stream<List<String>> explain(String name, ResultText results) {
    Optional<FindingCode> code = code(name);
    if (code.isPresent()) {
      FindingPage page = new FindingPage(code.get(), streams.texts());
      return Stream.of(results.page(page.example()));
    }
    Path path = RawPaths.of(name);
    if (!Files.exists(path)) {
      throw unknown(name);
    }
    try {
      List<List<String>> all = new ArrayList<>();
      for (Path file : files(path)) {
        GradeReport report = JsonReports.read(file);
        all.add(results.lines(report));
      }
      return all.stream();
    } catch (IOException | UncheckedIOException e) {
      throw new WrongCommand(spec.commandLine(), SentenceException.of(e));
    }
  }

  private static Optional<FindingCode> code(String name) {
    String normal = normal(name);
    return Arrays.stream(FindingCode.values())
        .filter(code -> code.name().equals(normal))
        .findFirst();
  }

  private static String normal(String name) {
    return name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private WrongCommand unknown(String name) {
    if (name.matches(".*[/\\\\.].*")) {
      return WrongCommand.of(
          spec.commandLine(),
          TerminalCode.EXPLAIN_NO_FILE,
          "file",
          ShownPaths.shown(RawPaths.of(name)));
    }
    String near =
        NearName.of(normal(name), Arrays.stream(FindingCode.values()).map(Enum::name).toList())
            .orElse("");
    return WrongCommand.of(
        spec.commandLine(),
        TerminalCode.EXPLAIN_UNKNOWN,
        "code",
        name,
        "near",
        !near.isEmpty(),
        "name",
        near);
  }

  private List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files;
    try (Stream<Path> below = Files.walk(path, DEPTH)) {
      files = below.filter(file -> file.endsWith(RESULT)).sorted().toList();
    }
    if (files.isEmpty()) {
      throw WrongCommand.of(
          spec.commandLine(), TerminalCode.EXPLAIN_NO_RESULT, "folder", ShownPaths.shown(path));
    }
    return files;
  }
}
