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
import java.util.Set;

/**
 * The Java files of a hand-in that are graded: of a project neither its tests nor what a build
 * made, unless there is nothing else.
 */
final class SourceSelection {
  private static final Set<String> BUILT = Set.of("target", "build", "out", "bin");
  private static final String TESTS = "(?i).*test.*|it";

  /**
   * A file.
   *
   * @param path relative to the hand-in, with slashes
   */
  record Picked(String path, FileNode file) {}

  /** The path of what is neither a file nor a folder. */
  record Link(String path, OtherNode.Kind kind) {}

  private final List<Picked> sources = new ArrayList<>();
  private final List<Picked> archives = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<String> omitted = new ArrayList<>();
  private final boolean omits;

  private SourceSelection(boolean omits) {
    this.omits = omits;
  }

  static SourceSelection of(FolderNode folder) throws IOException, Refused {
    SourceSelection selection = new SourceSelection(true);
    selection.add(folder, "", "");
    if (!selection.sources.isEmpty() || selection.omitted.isEmpty()) {
      return selection;
    }
    SourceSelection all = new SourceSelection(false);
    all.add(folder, "", "");
    return all;
  }

  List<Picked> sources() {
    return sources;
  }

  /** Zips and other archives. */
  List<Picked> archives() {
    return archives;
  }

  /** Paths of other files. */
  List<String> others() {
    return others;
  }

  /** All that is neither a file nor a folder. */
  List<Link> links() {
    return links;
  }

  /** Folders with Java files that are not graded. */
  List<String> omitted() {
    return omitted;
  }

  private void add(FolderNode folder, String path, String name) throws IOException, Refused {
    List<HandInNode> children = folder.children();
    boolean project = children.stream().anyMatch(SourceSelection::marksAProject);
    boolean hasMain =
        name.equals("src") && children.stream().anyMatch(child -> isFolder(child, "main"));
    for (HandInNode child : children) {
      String part = child.name().text();
      String below = path + part;
      if (child instanceof FolderNode inner) {
        boolean omit =
            (project && (BUILT.contains(part) || part.matches("(?i)tests?")))
                || (hasMain && part.matches(TESTS));
        if (!omits || !omit) {
          add(inner, below + "/", part);
        } else if (holdsJava(inner)) {
          omitted.add(below);
        }
      } else {
        addFile(child, below);
      }
    }
  }

  private void addFile(HandInNode node, String path) {
    String name = node.name().text();
    if (node instanceof OtherNode other) {
      links.add(new Link(path, other.kind()));
    } else if (node instanceof FileNode file) {
      if (FileKind.isJava(name)) {
        sources.add(new Picked(path, file));
      } else if (FileKind.isArchive(name)) {
        archives.add(new Picked(path, file));
      } else if (!name.startsWith(".")) {
        others.add(path);
      }
    }
  }

  private static boolean holdsJava(FolderNode folder) throws IOException, Refused {
    for (HandInNode child : folder.children()) {
      boolean java =
          child instanceof FolderNode inner
              ? holdsJava(inner)
              : child instanceof FileNode && FileKind.isJava(child.name().text());
      if (java) {
        return true;
      }
    }
    return false;
  }

  private static boolean marksAProject(HandInNode child) {
    return isFolder(child, "src")
        || (child instanceof FileNode && FileKind.isProject(child.name().text()));
  }

  private static boolean isFolder(HandInNode node, String name) {
    return node instanceof FolderNode && node.name().text().equals(name);
  }
}
