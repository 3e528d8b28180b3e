package dev.assay.cli.setup;

import dev.assay.cli.data.DataFetching;
import dev.assay.cli.data.DataSets;
import dev.assay.cli.data.FetchView;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.fetch.Downloader;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.run.natives.NativeLibraries;
import dev.assay.run.natives.NativesInstaller;
import dev.assay.run.natives.SharedFiles;
import dev.assay.run.processes.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay setup}. */
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    description = {
      "Downloads once what a release does not contain: TensorFlow's native library and the full data sets.",
      "If you can write the installation, all of its users share them; otherwise they go into your cache.",
    })
public final class SetupCommand implements Callable<Integer> {
  private final Streams streams;
  private final DataSets sets;
  private final Installation installation;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PROBLEM",
      description = "Fetch the data of this problem only; see `assay list`. Default: all problems.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--no-data", description = "Fetch no data sets.")
  private boolean noData;

  @Option(
      names = "--natives",
      paramLabel = "FILE",
      description =
          "Unpack the native library from this jar instead of downloading it, for a machine without network.")
  private @Nullable Path nativesJar;

  @Option(
      names = "--repository",
      paramLabel = "URL",
      description =
          "The Maven repository with the native library, such as your institution's mirror. Default: Maven Central.")
  private @Nullable URI repository;

  SetupCommand(Streams streams, DataSets sets) {
    this.streams = streams;
    this.sets = sets;
    this.installation = sets.installation();
  }

  @Override
  public Integer call() throws IOException, DataException {
    List<DatasetEntry> entries = noData ? List.of() : sets.toFetch(spec.commandLine(), ids);
    checkOptions();
    boolean hasNatives = setUpNatives();
    boolean complete = fetch(entries) == 0 && hasNatives;
    boolean shared = installation.setupFolder().equals(installation.shared());
    if (shared && Files.isDirectory(installation.shared())) {
      SharedFiles.openToReaders(installation.shared());
    }
    if (complete) {
      say(TerminalCode.SETUP_READY, "shared", shared);
    } else {
      streams.err().println(streams.texts().say(TerminalCode.SETUP_INCOMPLETE));
    }
    return complete ? 0 : Failures.GRADER_ERROR;
  }

  private void checkOptions() {
    String scheme = repository == null ? "https" : String.valueOf(repository.getScheme());
    if (!scheme.matches("https?")) {
      throw wrong(TerminalCode.SETUP_WRONG_REPOSITORY, "url", String.valueOf(repository));
    }
    if (!installation.isRelease() && (repository != null || nativesJar != null)) {
      throw wrong(TerminalCode.SETUP_BUILT_HERE);
    }
  }

  private WrongCommand wrong(TerminalCode code, Object... pairs) {
    return new WrongCommand(spec.commandLine(), Sentence.of(code, pairs));
  }

  /** Returns whether the libraries are there now. */
  private boolean setUpNatives() throws IOException {
    if (installation.hasNatives()) {
      String folder = ShownPaths.shown(installation.natives());
      say(TerminalCode.SETUP_NATIVES_PRESENT, "folder", folder);
      return true;
    }
    if (!installation.isRelease()) {
      throw new SentenceException(installation.nativesMissing());
    }
    NativeLibraries libraries = NativeLibraries.forThisMachine();
    NativesInstaller installer = new NativesInstaller(libraries, installation.setupFolder());
    String folder = ShownPaths.shown(installer.folder());
    say(TerminalCode.SETUP_NATIVES, "platform", libraries.platform(), "folder", folder);
    try {
      install(installer);
      say(TerminalCode.SETUP_NATIVES_DONE, "folder", folder);
      return true;
    } catch (DataException e) {
      streams.err().println("assay: " + Screen.harmless(e.sentence().text(streams.texts())));
      return false;
    }
  }

  private void install(NativesInstaller installer) throws IOException, DataException {
    if (nativesJar != null) {
      installer.unpackFrom(nativesJar);
      return;
    }
    URI from = repository == null ? ReleaseFile.of(installation).repository() : repository;
    if (from == null) {
      throw new SentenceException(Sentence.of(TerminalCode.SETUP_NO_REPOSITORY));
    }
    Screen screen = new Screen(streams.out(), Terminal.of(false));
    FetchView view = new FetchView(screen, streams.texts(), System::nanoTime);
    installer.download(from, Downloader.standard(), view);
  }

  /** Fetches what is not there; returns how many data sets could not be fetched. */
  private int fetch(List<DatasetEntry> entries) {
    Path folder = installation.setupFolder();
    DataStore store = new DataStore(installation.embeddedData(), null, folder);
    DataStore shared = store.sharing(installation.shared());
    List<DatasetEntry> wanted = new ArrayList<>();
    for (DatasetEntry entry : entries) {
      if (!entry.isEmbedded() && !shared.folder(entry).equals(store.folder(entry))) {
        String place = ShownPaths.shown(shared.folder(entry));
        say(TerminalCode.SETUP_DATA_PRESENT, "data", entry.key(), "folder", place);
      } else {
        wanted.add(entry);
      }
    }
    return new DataFetching(streams, store).fetch(wanted);
  }

  private void say(TerminalCode code, Object... pairs) {
    streams.out().println(Screen.harmless(streams.texts().say(code, pairs)));
  }
}
