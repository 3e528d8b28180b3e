package dev.assay.cli.similarity;

import dev.assay.batch.BatchFolder;
import dev.assay.cli.terminal.RunArgument;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.SentenceException;
import dev.assay.run.submissions.SubmissionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay similarity}. */
@Command(
    name = "similarity",
    mixinStandardHelpOptions = true,
    description = {
      "Shows which answers of a class share choices that are rare in it: comments, names, numbers, code.",
      "This is no verdict, but a reason to read two answers side by side. Points do not change. Code that was handed out does not count.",
      "Also written to RUN/similarity.json, from which `assay report` shows it on the page of the class. `assay grade` does this by itself for 20 answers or more.",
    })
public final class SimilarityCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunArgument run;

  @Option(
      names = "--submissions",
      paramLabel = "PATH",
      description =
          "The folder or zip that was graded; may be repeated. Default: where the results say it was.")
  private List<Path> submissions = new ArrayList<>();

  @Option(
      names = "--handed-out",
      paramLabel = "PATH",
      description =
          "Code that everybody was given, such as a lecture's examples; may be repeated. Starters and reference answers are always included.")
  private List<Path> handedOut = new ArrayList<>();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  SimilarityCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    BatchFolder folder = run.folder();
    try {
      RunSimilarity found = RunSimilarity.write(folder, submissions, handedOut);
      if (json) {
        streams.out().print(found.document());
        streams.out().flush();
        return 0;
      }
      Terminal terminal = Terminal.of(false);
      SimilarityText text = new SimilarityText(streams.texts(), terminal.columns());
      new Screen(streams.out(), terminal).lines(text.lines(found.report(), found.missing()));
      return 0;
    } catch (SubmissionException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    } catch (IOException e) {
      throw new WrongCommand(spec.commandLine(), SentenceException.of(e));
    }
  }
}
