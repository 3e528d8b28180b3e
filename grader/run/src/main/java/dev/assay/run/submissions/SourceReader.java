package dev.assay.run.submissions;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.run.submissions.SourceSelection.Picked;
import dev.assay.run.submissions.names.FileKind;
import dev.assay.run.submissions.text.SourceDecoder;
import dev.assay.run.submissions.tree.Budget;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.OpenZip;
import dev.assay.run.submissions.tree.Refused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the sources of one hand-in, and notes what it assumes. */
final class SourceReader {
  private static final int MAX_FILES = 1000;
  private static final int MAX_NESTING = 3;
  private static final int SHOWN = 3;

  private final String id;
  private final Assumptions assumptions = new Assumptions();
  private final List<NamedSource> sources = new ArrayList<>();
  private final List<Sentence> unread = new ArrayList<>();
  private boolean hasOtherArchive;
  private boolean inArchive;

  private SourceReader(String id) {
    this.id = id;
  }

  /**
   * Reads a hand-in that lies in some folders.
   *
   * @throws Refused when there are no sources in it, or they cannot be read
   */
  static Submission read(String id, String origin, List<FolderNode> folders, List<Sentence> notes)
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
  static Submission read(String id, String origin, FileNode zip, List<Sentence> notes)
      throws IOException, Refused {
    try (OpenZip open = OpenZip.of(zip)) {
      SourceReader reader = new SourceReader(id);
      notes.forEach(reader.assumptions::add);
      guessed(zip.name().text(), open.guess()).forEach(reader.assumptions::add);
      reader.inArchive = true;
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
    selection.links().forEach(link -> assumptions.add(link(NoteCode.NODE_NOT_FOLLOWED, link)));
    if (sources.size() > MAX_FILES) {
      throw new Refused(
          Sentence.of(NoteCode.TOO_MANY_JAVA_FILES, "submission", id, "limit", MAX_FILES));
    }
    if (selection.sources().isEmpty()) {
      selection.links().forEach(link -> unread.add(link(NoteCode.ENTRY_NOT_READ, link)));
      selection.others().stream().limit(SHOWN).forEach(path -> unread.add(entry(path, "FILE")));
      addArchives(folder, prefix, nesting);
    } else {
      selection
          .archives()
          .forEach(
              archive ->
                  assumptions.add(
                      Sentence.of(NoteCode.ZIP_BESIDE_SOURCES, "path", archive.path())));
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

  private static Sentence link(NoteCode code, SourceSelection.Link link) {
    return Sentence.of(code, "path", Assumptions.show(link.path()), "kind", link.kind());
  }

  /** An entry that is not read, as an element of a list. */
  private static Sentence entry(String path, String kind) {
    return Sentence.of(NoteCode.ENTRY_NOT_READ, "path", Assumptions.show(path), "kind", kind);
  }

  private static Sentence leftOut(String path) {
    boolean built = path.matches("(?i)(.*/)?(target|build|out|bin)");
    return Sentence.of(
        built ? NoteCode.BUILD_OUTPUT_LEFT_OUT : NoteCode.TESTS_LEFT_OUT, "path", path);
  }

  private void addArchives(FolderNode folder, String prefix, int nesting)
      throws IOException, Refused {
    List<Picked> archives =
        SourceSelection.of(folder.load(FileKind::isZip, Budget.ofArchives())).archives();
    for (Picked archive : archives) {
      String name = archive.file().name().text();
      if (!FileKind.isZip(name) || nesting == MAX_NESTING) {
        unread.add(entry(name, FileKind.isZip(name) ? "NESTED" : "FILE"));
        hasOtherArchive |= FileKind.isOtherArchive(name);
      } else {
        String inner = archives.size() == 1 ? prefix : prefix + FileKind.stem(name) + "/";
        try (OpenZip zip = OpenZip.of(archive.file())) {
          guessed(name, zip.guess()).forEach(assumptions::add);
          inArchive = true;
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
    noteGuess(NoteCode.NAME_DECODED, path, source.file().name().guess());
    noteGuess(NoteCode.TEXT_DECODED, path, decoded.guess());
    return new NamedSource(
        path, decoded.text(), inArchive ? source.file().content().modified() : null);
  }

  /** A sentence about names in an archive, or none. */
  static List<Sentence> guessed(String archive, @Nullable Charset guess) {
    return guess == null
        ? List.of()
        : List.of(
            Sentence.of(NoteCode.NAMES_DECODED, "archive", archive, "encoding", encoding(guess)));
  }

  private void noteGuess(NoteCode code, String path, @Nullable Charset guess) {
    if (guess != null) {
      assumptions.add(Sentence.of(code, "path", path, "encoding", encoding(guess)));
    }
  }

  private static Sentence encoding(Charset charset) {
    return Sentence.of(NoteCode.ENCODING, "charset", charset.name());
  }

  private Sentence nothing() {
    return Sentence.of(
        NoteCode.NO_JAVA_FILE_READ,
        "submission",
        id,
        "listed",
        unread.isEmpty() ? "NONE" : unread.size() > SHOWN ? "SOME" : "ALL",
        "entries",
        unread.stream().limit(SHOWN).toList(),
        "archive",
        hasOtherArchive);
  }
}
