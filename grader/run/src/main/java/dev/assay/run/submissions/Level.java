package dev.assay.run.submissions;

import dev.assay.run.submissions.names.FileKind;
import dev.assay.run.submissions.tree.HandInNode;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.HandInNode.OtherNode;
import dev.assay.run.submissions.tree.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The folder below a given one at which several things begin, and the folders on the way, each of
 * which holds nothing but the next.
 *
 * @param way from the given folder to the last, both included
 * @param layout what lies in the last
 */
record Level(List<FolderNode> way, HandInLayout layout) {
  private static final int MAX_DEPTH = 100;

  static Level of(FolderNode given) throws IOException, Refused {
    List<FolderNode> way = new ArrayList<>(List.of(given));
    HandInLayout layout = HandInLayout.of(given);
    while (way.size() < MAX_DEPTH && leadsOn(layout)) {
      FolderNode next = (FolderNode) layout.members().get(0);
      way.add(next);
      layout = HandInLayout.orNothing(next);
    }
    return new Level(List.copyOf(way), layout);
  }

  private static boolean leadsOn(HandInLayout layout) {
    return layout.members().size() == 1
        && layout.members().get(0) instanceof FolderNode
        && !layout.hasSources()
        && !layout.isProject()
        && !layout.isDownload();
  }

  /** Tells whether a folder holds several people's submissions. */
  boolean isClass() {
    if (layout.isDownload()) {
      return true;
    }
    List<HandInNode> members = layout.members();
    return (layout.hasSources() || layout.isProject())
        ? layout.answersTwice() || layout.hasStraysBesideOne()
        : members.size() > 1 || (members.size() == 1 && members.get(0) instanceof OtherNode);
  }

  /**
   * Tells whether an archive holds several people's submissions: one person's too may have folders.
   */
  boolean isClassInArchive() {
    return layout.isDownload()
        || layout.isOfStudentsFolders()
        || layout.isOfArchives()
        || (layout.members().size() > 1 && layout.answersTwice());
  }

  /** The only thing in it that may be a submission, where that is a zip file; else empty. */
  List<FileNode> onlyZip() {
    List<HandInNode> members = layout.members();
    return members.size() == 1
            && !layout.hasSources()
            && members.get(0) instanceof FileNode file
            && FileKind.isZip(file.name().text())
        ? List.of(file)
        : List.of();
  }

  /**
   * Which folder on the way is the student's: the last, but neither a folder that is named after a
   * package of the sources nor that of a project.
   */
  int studentsFolder() {
    int index = way.size() - 1;
    if (!layout.hasSources()) {
      return layout.isProject() ? Math.max(0, index - 1) : index;
    }
    String[] packages = layout.packageName().split("\\.", -1);
    for (int i = packages.length - 1; i >= 0 && index > 0; i--) {
      if (!way.get(index).name().text().equals(packages[i])) {
        break;
      }
      index--;
    }
    return index;
  }

  /** The names of the folders from the second up to one, as a path begins; empty for the first. */
  String path(int index) {
    return way.subList(1, index + 1).stream()
        .map(folder -> "/" + folder.name().text())
        .collect(Collectors.joining());
  }
}
