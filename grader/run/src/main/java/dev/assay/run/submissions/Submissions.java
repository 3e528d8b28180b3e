package dev.assay.run.submissions;

import dev.assay.datasets.paths.RawPaths;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.run.submissions.names.FileKind;
import dev.assay.run.submissions.names.Ids;
import dev.assay.run.submissions.tree.DiskNodes;
import dev.assay.run.submissions.tree.HandInNode;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.NewestTime;
import dev.assay.run.submissions.tree.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what paths on the command line hand in: single submissions and classes of them.
 *
 * <p>A Java file is a submission. So is a zip, and a folder with a Java file, a {@code src} folder
 * or a project's file directly in it, unless two of its folders answer the same problem, or its
 * only folder answers one and has nothing to do with the file: then such a file is a stray one. Any
 * other folder is a class: each folder and zip in it is a submission, and any link and other
 * archive is one that cannot be read. A download of a learning management system is a class as
 * well, as a folder or as a zip, and so is a zip of zips. Symbolic links below the path are not
 * followed. Nothing is unpacked to disk.
 */
public final class Submissions {
  private final Ids ids = new Ids();
  private final List<Entry> entries = new ArrayList<>();
  private final boolean allAttempts;

  /** A search that finds the last of a student's attempts. */
  public Submissions() {
    this(false);
  }

  /**
   * A search.
   *
   * @param allAttempts whether earlier attempts in a download are found too, each a submission
   */
  public Submissions(boolean allAttempts) {
    this.allAttempts = allAttempts;
  }

  /** All entries that were seen so far: each is a submission's or is left out. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /**
   * What several paths hand in. Where there are several, as when a shell lists a folder, one that
   * cannot be read is a submission or an entry that says so.
   *
   * @throws SubmissionException when there is nothing at a path, or nothing that can be read at the
   *     only one
   */
  public List<HandIn> find(List<Path> paths) throws IOException, SubmissionException {
    List<HandIn> found = new ArrayList<>();
    for (Path path : paths) {
      found.addAll(find(path, paths.size() > 1));
    }
    return found;
  }

  /**
   * What a path hands in.
   *
   * @throws SubmissionException when there is nothing there, or it cannot be read as one
   */
  public List<HandIn> find(Path path) throws IOException, SubmissionException {
    return find(path, false);
  }

  private List<HandIn> find(Path path, boolean isOneOfSeveral)
      throws IOException, SubmissionException {
    if (!Files.exists(path)) {
      throw new SubmissionException(
          Sentence.of(NoteCode.PATH_NOT_FOUND, "path", RawPaths.shown(path)));
    }
    HandInNode node = DiskNodes.of(path.toRealPath());
    String origin = path.toString().isEmpty() ? "." : RawPaths.shown(path);
    if (node instanceof FileNode file && isOfNoKind(file)) {
      if (!isOneOfSeveral) {
        throw new SubmissionException(Sentence.of(NoteCode.PATH_NOT_GRADED, "path", origin));
      }
      entries.add(Entry.leftOut(origin, NoteCode.LEFT_OUT_OTHER_PATH));
      return List.of();
    }
    if (!isOneOfSeveral && FileKind.isOtherArchive(node.name().text())) {
      throw new SubmissionException(FileKind.refusal(origin));
    }
    return find(node, origin);
  }

  private static boolean isOfNoKind(FileNode file) {
    String name = file.name().text();
    return !FileKind.isJava(name) && !FileKind.isArchive(name);
  }

  private List<HandIn> find(HandInNode node, String origin)
      throws IOException, SubmissionException {
    try {
      if (node instanceof FolderNode folder) {
        return folder(folder, origin);
      }
      return node instanceof FileNode file && FileKind.isZip(file.name().text())
          ? zip(file, origin)
          : List.of(single(Member.of(node), origin));
    } catch (Refused e) {
      throw new SubmissionException(e.sentence());
    }
  }

  private List<HandIn> folder(FolderNode given, String origin) throws IOException, Refused {
    Level level = Level.of(given);
    int last = level.way().size() - 1;
    List<FileNode> zip = level.onlyZip();
    if (!zip.isEmpty()) {
      leaveOut(level, last + 1);
      if (Grouping.lms(given).isPresent()) {
        return List.of(single(Member.of(given), origin));
      }
      return zip(zip.get(0), origin + level.path(last) + "/" + zip.get(0).name().text());
    }
    if (level.isClass()) {
      leaveOut(level, last);
      return members(level, origin + level.path(last));
    }
    int student = Grouping.lms(given).isPresent() ? 0 : level.studentsFolder();
    leaveOut(level, student);
    return List.of(single(Member.of(level.way().get(student)), origin + level.path(student)));
  }

  /** Says what lies beside the only folder that leads on. */
  private void leaveOut(Level level, int levels) throws IOException, Refused {
    for (FolderNode folder : level.way().subList(0, levels)) {
      entries.addAll(Grouping.of(folder.children(), false, false).leftOut());
    }
  }

  private List<HandIn> members(Level level, String origin) throws IOException, Refused {
    Grouping grouping = Grouping.of(level.layout(), allAttempts);
    entries.addAll(grouping.leftOut());
    List<HandIn> found = new ArrayList<>();
    for (Member member : grouping.members()) {
      found.add(member(member, origin, MemberReader.of(member)));
    }
    return found;
  }

  private HandIn member(Member member, String folder, MemberReader reader) {
    String entry = String.join(", ", member.entries());
    String origin = folder + "/" + entry;
    String id = ids.unique(member.names(folder), origin);
    member.entries().forEach(name -> entries.add(Entry.of(name, id)));
    return handIn(id, origin, member, reader);
  }

  private static HandIn handIn(String id, String origin, Member member, MemberReader reader) {
    return new HandIn(
        id, origin, () -> reader.read(id, origin), member.named(), NewestTime.of(member.parts()));
  }

  private HandIn single(Member member, String origin) {
    String id = ids.unique(member.names(origin), origin);
    entries.add(Entry.of(origin, id));
    MemberReader reader = MemberReader.of(member);
    return handIn(id, origin, member, reader);
  }

  private List<HandIn> zip(FileNode file, String origin) throws IOException {
    try {
      List<HandIn> found = new ArrayList<>();
      ZipClass zip = ZipClass.of(file, allAttempts);
      entries.addAll(zip.leftOut());
      for (Member member : zip.members()) {
        found.add(member(member, origin, zip.reader(found.size())));
      }
      if (!found.isEmpty()) {
        return found;
      }
    } catch (Refused e) {
      // Its own result, when it is read.
    }
    return List.of(single(Member.of(file), origin));
  }
}
