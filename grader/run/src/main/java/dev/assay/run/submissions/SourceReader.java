package dev.assay.run.submissions;

import dev.assay.run.submissions.SourceSelection.Picked;
import dev.assay.run.submissions.names.FileKind;
import dev.assay.run.submissions.text.CharsetGuess;
import dev.assay.run.submissions.text.SourceDecoder;
import dev.assay.run.submissions.tree.Budget;
import dev.assay.run.submissions.tree.Node.FileNode;
import dev.assay.run.submissions.tree.Node.FolderNode;
import dev.assay.run.submissions.tree.OpenZip;
import dev.assay.run.submissions.tree.Refused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the sources of one hand-in, and notes what it assumes. */
final class SourceReader {
  private static final int MAX_FILES = 1000;
  private static final int MAX_NESTING = 3;
  private static final int SHOWN = 3;

  private final String id;
  private final Assumptions assumptions = new Assumptions();
  private final List<NamedSource> sources = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  private SourceReader(String id) {
    this.id = id;
  }

  /**
   * Reads a hand-in that lies in some folders.
   *
   * @throws Refused when there are no sources in it, or they cannot be read
   */
  static Submission read(String id, String origin, List<FolderNode> folders, List<String> notes)
      throws IOException, Refused {
    SourceReader reader = new SourceReader(id);
    notes.forEach(reader.assumptions::add);
    return reader.finish(origin, folders);
  }

  /**
   * Reads a zip file.
   *
   * @throws Refused when it cannot be read, or there are no sources in it
   */
  static Submission read(String id, String origin, FileNode zip, List<String> notes)
      throws IOException, Refused {
    try (OpenZip open = OpenZip.of(zip)) {
      SourceReader reader = new SourceReader(id);
      notes.forEach(reader.assumptions::add);
      guessed(zip.name().text(), open.guess()).forEach(reader.assumptions::add);
      return reader.finish(origin, List.of(open.root()));
    }
  }

  private void add(FolderNode folder, String prefix, int nesting) throws IOException, Refused {
    SourceSelection selection =
        SourceSelection.of(folder.load(FileKind::isJava, Budget.ofSources()));
    selection.omitted().forEach(path -> assumptions.add(leftOut(path)));
    for (Picked source : selection.sources()) {
      sources.add(decode(prefix, source));
    }
    selection.links().forEach(link -> assumptions.add(link + "."));
    if (sources.size() > MAX_FILES) {
      throw new Refused(
          String.format(
              Locale.ROOT,
              "%s contains more than %d Java files: is it a submission?",
              id,
              MAX_FILES));
    }
    if (selection.sources().isEmpty()) {
      unread.addAll(selection.links());
      selection.others().stream().limit(SHOWN).forEach(unread::add);
      addArchives(folder, prefix, nesting);
    } else {
      selection
          .archives()
          .forEach(
              archive ->
                  assumptions.add(
                      archive.path() + " was not opened, because Java files lie beside it."));
    }
  }

  private Submission finish(String origin, List<FolderNode> folders) throws IOException, Refused {
    for (FolderNode folder : folders) {
      add(folder, "", 0);
    }
    if (sources.isEmpty()) {
      throw new Refused(nothing());
    }
    List<SourceText> texts = SourceNames.settle(sources, assumptions);
    SourceNames.check(id, texts);
    return Submission.of(id, origin, texts, assumptions.all());
  }

  private static String leftOut(String path) {
    return path.matches("(?i)(.*/)?(target|build|out|bin)")
        ? path + " was left out: it contains what a build made."
        : path + " was left out: tests are not graded.";
  }

  private void addArchives(FolderNode folder, String prefix, int nesting)
      throws IOException, Refused {
    List<Picked> archives =
        SourceSelection.of(folder.load(FileKind::isZip, Budget.ofArchives())).archives();
    for (Picked archive : archives) {
      String name = archive.file().name().text();
      if (!FileKind.isZip(name) || nesting == MAX_NESTING) {
        unread.add(FileKind.isZip(name) ? name + " lies in too many other zip files" : name);
      } else {
        String inner = archives.size() == 1 ? prefix : prefix + FileKind.stem(name) + "/";
        try (OpenZip zip = OpenZip.of(archive.file())) {
          guessed(name, zip.guess()).forEach(assumptions::add);
          add(zip.root(), inner, nesting + 1);
        }
      }
    }
  }

  private NamedSource decode(String prefix, Picked source) throws IOException, Refused {
    String path = prefix + source.path();
    SourceDecoder.Decoded decoded =
        SourceDecoder.decode(source.file().content().read(Budget.MAX_SOURCE_BYTES));
    if (decoded == null) {
      throw new UndecodableSource(Assumptions.show(path));
    }
    noteGuess("The name of " + path, source.file().name().guess());
    noteGuess(path, decoded.guess());
    return new NamedSource(path, decoded.text());
  }

  /** A sentence about names in an archive, or none. */
  static List<String> guessed(String archive, @Nullable Charset guess) {
    return guess == null
        ? List.of()
        : List.of(
            "The names in %s are not in UTF-8 and were read as %s."
                .formatted(archive, CharsetGuess.show(guess)));
  }

  private void noteGuess(String what, @Nullable Charset guess) {
    if (guess != null) {
      assumptions.add(
          "%s is not in UTF-8 and was read as %s.".formatted(what, CharsetGuess.show(guess)));
    }
  }

  private String nothing() {
    String others =
        unread.isEmpty()
            ? ""
            : " It contains: "
                + String.join("; ", unread.stream().limit(SHOWN).map(Assumptions::show).toList())
                + (unread.size() > SHOWN ? "; ..." : "")
                + ".";
    boolean archive = unread.stream().anyMatch(FileKind::isOtherArchive);
    return "%s contains no Java file.%s %s"
        .formatted(
            id,
            others,
            archive
                ? "Of archives only zip files are opened. Hand in a zip."
                : "Write an answer there; `assay new` creates a starter file.");
  }
}
