package dev.assay.cli.results;

import dev.assay.cli.data.DataNames;
import dev.assay.cli.data.DataOptions;
import dev.assay.cli.data.DataSets;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.commons.text.Paragraph;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.datasets.readers.GivenRows;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.report.DatasetSummary;
import dev.assay.run.export.ExportException;
import dev.assay.run.export.GradedModel;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.judging.PredictedClasses;
import dev.assay.run.predicting.ModelPrediction;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay predict}. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Predicts with the model of a result, and shows the probabilities.",
      "Takes an image, the rows of a CSV file, or examples of the validation set.",
    })
public final class PredictCommand implements Callable<Integer> {
  private static final int MOST = 1000;

  private static final Pattern IMAGE = Pattern.compile("(?i)\\.(png|jpe?g|gif|bmp|tiff?|webp)$");

  private final Streams streams;
  private final DataSets sets;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Parameters(
      index = "0",
      paramLabel = "RESULT",
      description = "The folder of a result: reports/<run>/<submission>/<problem>.")
  private Path path = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = {
        "An image, such as a PNG file, which is made grey and resized.",
        "Or a CSV file with the columns of `assay data show`, with or without the target."
      })
  private @Nullable Path file;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Predict N examples of the validation set. Hidden examples are never shown.")
  private @Nullable Integer sample;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Draws the examples of --sample. Default: ${DEFAULT-VALUE}.",
      defaultValue = "" + GradeOptions.DEFAULT_SEED)
  private long seed;

  @Option(
      names = "--invert",
      description = "Exchange light and dark, for an image that is drawn on light paper.")
  private boolean inverts;

  PredictCommand(Streams streams, DataSets sets) {
    this.streams = streams;
    this.sets = sets;
  }

  /**
   * What is predicted.
   *
   * @param labels the true ones; null where they are unknown
   */
  private record Given(NumericArray features, @Nullable NumericArray labels) {}

  @Override
  @SuppressWarnings("try") // the hook is held, not used
  public Integer call() throws IOException, InterruptedException, DataException {
    checkArguments();
    ResultFolder result = ResultFolder.find(spec.commandLine(), path);
    try (Workers workers = new Workers(Installation.current());
        Shutdown ignored = Shutdown.install(workers::close, () -> {})) {
      GradedModel model = GradedModel.of(result.files().folder());
      DatasetSummary data = Objects.requireNonNull(result.report().dataset(), "scored");
      String problem = result.report().problem();
      DatasetEntry entry =
          sets.choose(spec.commandLine(), List.of(problem), trainedOn(data)).get(0);
      Screen screen = new Screen(streams.out(), Terminal.of(false));
      Given given = given(entry, result, screen);
      PredictedClasses predicted = new ModelPrediction(workers).predict(model, given.features());
      screen.lines(heading(result, entry, given));
      PredictionText text =
          new PredictionText(
              entry, given.features(), given.labels(), predicted, streams.texts(), screen.room());
      screen.lines(text.lines(screen.isPlain()));
      return 0;
    } catch (ExportException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  /** The variant, without what says that its hidden part was another one. */
  private static String trainedOn(DatasetSummary data) {
    return data.variant().split("\\+", -1)[0];
  }

  private void checkArguments() {
    if ((file == null) == (sample == null)) {
      throw WrongCommand.of(spec.commandLine(), TerminalCode.PREDICT_WHAT);
    }
    if (sample != null && (sample < 1 || sample > MOST)) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.REPEATS_WRONG,
          "option",
          "--sample",
          "least",
          1,
          "most",
          MOST,
          "value",
          String.valueOf(sample));
    }
  }

  private List<String> heading(ResultFolder result, DatasetEntry entry, Given given) {
    String heading =
        streams
            .texts()
            .say(
                TerminalCode.PREDICT_HEADING,
                "title",
                result.title(),
                "count",
                given.features().rows(),
                "sample",
                file == null,
                "file",
                file == null ? "" : ShownPaths.shown(file),
                "numbers",
                !entry.target().isClassification(),
                "unit",
                DataNames.unit(entry.target(), streams.texts()));
    List<String> lines =
        new ArrayList<>(Paragraph.wrap("", 2, heading, Terminal.of(false).columns()));
    lines.add("");
    return lines;
  }

  private Given given(DatasetEntry entry, ResultFolder result, Screen screen) throws DataException {
    if (file == null) {
      long split = result.report().circumstances().provenance().seed();
      return sampled(
          dataOptions.store(sets.installation()).load(entry, split).validation(),
          Objects.requireNonNull(sample));
    }
    try {
      if (entry.layout() instanceof ImageLayout images) {
        return image(images, file, screen);
      }
      TableLayout table = (TableLayout) entry.layout();
      if (IMAGE.matcher(file.toString()).find()) {
        throw WrongCommand.of(
            spec.commandLine(),
            TerminalCode.PREDICT_NO_TABLE,
            "problem",
            entry.id(),
            "header",
            String.join(",", table.header()));
      }
      GivenRows rows = GivenRows.read(RawFile.read(file), table);
      return new Given(
          rows.examples().features(), rows.labelled() ? rows.examples().labels() : null);
    } catch (DataException | SentenceException e) {
      // The file is the user's own.
      throw new WrongCommand(spec.commandLine(), SentenceException.of(e));
    }
  }

  private Given image(ImageLayout layout, Path path, Screen screen) throws SentenceException {
    GivenImage image = GivenImage.read(path);
    GivenImage small = image.resized(layout.height(), layout.width());
    GivenImage shown = inverts ? small.inverted() : small;
    if (image.height() != layout.height() || image.width() != layout.width()) {
      note(
          screen,
          TerminalCode.PREDICT_RESIZED,
          "width",
          image.width(),
          "height",
          image.height(),
          "newWidth",
          layout.width(),
          "newHeight",
          layout.height());
    }
    if (shown.isOnLight()) {
      note(screen, TerminalCode.PREDICT_LIGHT, "inverted", inverts);
    }
    return new Given(shown.example(layout), null);
  }

  private void note(Screen screen, TerminalCode code, Object... pairs) {
    String label = streams.texts().say(TerminalCode.NOTE_LABEL) + " ";
    screen.lines(Paragraph.wrap(label, 2, streams.texts().say(code, pairs), screen.room()));
  }

  /** Draws examples without repeating one. */
  private Given sampled(Examples examples, int count) {
    List<Integer> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    while (rows.size() < Math.min(count, examples.size())) {
      int row = random.nextInt(examples.size());
      if (!rows.contains(row)) {
        rows.add(row);
      }
    }
    int[] chosen = rows.stream().mapToInt(Integer::intValue).toArray();
    Examples some = examples.take(chosen);
    return new Given(some.features(), some.labels());
  }
}
