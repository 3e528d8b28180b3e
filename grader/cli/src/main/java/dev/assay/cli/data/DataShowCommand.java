package dev.assay.cli.data;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.TerminalCode;
import dev.assay.run.grading.GradeOptions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay data show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows examples of the training set: images as characters, rows of tables, with the number of",
      "examples of each class and the range of each column. Hidden examples are never shown.",
    })
final class DataShowCommand implements Callable<Integer> {
  private static final int MOST = 1000;

  private final Streams streams;
  private final DataSets sets;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Parameters(paramLabel = "PROBLEM", description = "The problem's id; see `assay list`.")
  private String id = "";

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      description =
          "The data variant. Default: the first that is here, in the order of `assay data list`.")
  private @Nullable String variant;

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "10",
      description = "The number of examples. Default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--class",
      paramLabel = "C",
      description = "Only examples of this class: its name or number.")
  private @Nullable String label;

  DataShowCommand(Streams streams, DataSets sets) {
    this.streams = streams;
    this.sets = sets;
  }

  @Override
  public Integer call() throws DataException {
    if (count < 1 || count > MOST) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.REPEATS_WRONG,
          "option",
          "--n",
          "least",
          1,
          "most",
          MOST,
          "value",
          String.valueOf(count));
    }
    DatasetEntry entry = entry();
    int wanted = label == null ? -1 : number(entry.target(), label);
    Dataset data = dataOptions.store(sets.installation()).load(entry, GradeOptions.DEFAULT_SEED);
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    ShownData shown = new ShownData(entry, data.train(), streams.texts(), screen.room());
    screen.lines(shown.lines(count, wanted, screen.isPlain()));
    return 0;
  }

  /** The variant that is asked for, or the first that is here. */
  private DatasetEntry entry() {
    List<DatasetEntry> chosen = sets.choose(spec.commandLine(), List.of(id), variant);
    DataStore store = dataOptions.store(sets.installation());
    return chosen.stream().filter(store::isAvailable).findFirst().orElse(chosen.get(0));
  }

  private int number(Target target, String name) {
    List<String> classes = target.classes();
    int found = classes.indexOf(name);
    if (found < 0 && name.matches("\\d{1,4}") && Integer.parseInt(name) < classes.size()) {
      found = Integer.parseInt(name);
    }
    if (found < 0) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.NO_SUCH_CLASS,
          "name",
          name,
          "none",
          classes.isEmpty(),
          "classes",
          classes);
    }
    return found;
  }
}
