package dev.assay.run.submissions;

import dev.assay.run.submissions.names.FileKind;
import dev.assay.run.submissions.names.LmsName;
import dev.assay.run.submissions.text.JavaOutline;
import dev.assay.run.submissions.text.SourceDecoder;
import dev.assay.run.submissions.tree.Budget;
import dev.assay.run.submissions.tree.HandInNode;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.OpenZip;
import dev.assay.run.submissions.tree.Refused;
import dev.assay.run.submissions.tree.ToolNames;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Tells a class of submissions from a single one by what lies in a folder. */
final class HandInLayout {
  /** Names of folders that are an older state of what lies beside them. */
  private static final Pattern COPY =
      Pattern.compile(
          "(?i)(.*[^\\p{L}])?(copy|kopie|old|alt|bak|back-?up|archive|previous|draft|te?mp)([^\\p{L}].*)?"
              + "|.*(사본|복사|이전|백업).*|v?\\d{1,2}|src.*");

  private final List<HandInNode> entries;

  private HandInLayout(List<HandInNode> entries) {
    this.entries = entries;
  }

  static HandInLayout of(FolderNode folder) throws IOException, Refused {
    return new HandInLayout(folder.children());
  }

  /** A folder that cannot be listed has nothing in it here; its own result will say why. */
  static HandInLayout orNothing(FolderNode folder) throws Refused {
    try {
      return of(folder);
    } catch (IOException e) {
      return new HandInLayout(List.of());
    }
  }

  List<HandInNode> entries() {
    return entries;
  }

  /** Entries that may be submissions of a class: all that no tool made. */
  List<HandInNode> visible() {
    return entries.stream().filter(entry -> !ToolNames.isHidden(entry.name().text())).toList();
  }

  private List<FileNode> sources() {
    return entries.stream()
        .filter(FileNode.class::isInstance)
        .map(FileNode.class::cast)
        .filter(file -> FileKind.isJava(file.name().text()))
        .toList();
  }

  boolean hasSources() {
    return !sources().isEmpty();
  }

  /** Tells whether a build tool or an IDE would open it as a project. */
  boolean isProject() {
    return entries.stream()
        .anyMatch(
            entry -> {
              String name = entry.name().text();
              return entry instanceof FolderNode
                  ? name.equals("src") || name.equals(".idea")
                  : FileKind.isProject(name);
            });
  }

  /** Folders, archives and what is neither, in none of which somebody's hand-in may be missed. */
  List<HandInNode> members() {
    return visible().stream()
        .filter(
            entry -> {
              String name = entry.name().text();
              return entry instanceof FolderNode
                  || (entry instanceof FileNode
                      ? FileKind.isArchive(name)
                      : !FileKind.isJava(name));
            })
        .toList();
  }

  /** Tells whether entries have names of a learning management system's download. */
  boolean isDownload() {
    List<HandInNode> named =
        visible().stream().filter(entry -> Grouping.lms(entry).isPresent()).toList();
    for (HandInNode entry : named) {
      if (LmsName.certain(entry.name().text()).isPresent()) {
        return true;
      }
    }
    long others = sources().stream().filter(file -> !named.contains(file)).count();
    return named.size() > others && !isNamedByItsAuthor(named);
  }

  /** Tells whether the class in the first source has the name that looks like a download's. */
  private static boolean isNamedByItsAuthor(List<HandInNode> named) {
    for (HandInNode entry : named) {
      String java = FileKind.javaName(entry.name().text());
      if (java != null && entry instanceof FileNode file) {
        JavaOutline outline = outline(file);
        return java.equals(outline.publicType() + ".java");
      }
    }
    return false;
  }

  /** Tells whether all folders in an archive have names as ILIAS or Sakai give them. */
  boolean isOfStudentsFolders() {
    List<HandInNode> members = members();
    return members.size() > 1
        && !hasSources()
        && members.stream()
            .allMatch(
                node -> node instanceof FolderNode && LmsName.isStudentsFolder(node.name().text()));
  }

  /** Tells whether it holds several archives and no source. */
  boolean isOfArchives() {
    List<HandInNode> members = members();
    return members.size() > 1
        && !hasSources()
        && members.stream()
            .allMatch(node -> node instanceof FileNode file && FileKind.isZip(file.name().text()));
  }

  /** Tells whether its Java files lie beside the folder of a class's only student by accident. */
  boolean hasStraysBesideOne() {
    List<HandInNode> members = members();
    return !isProject()
        && members.size() == 1
        && members.get(0) instanceof FolderNode folder
        && !COPY.matcher(folder.name().text()).matches()
        && new Strays(folder, sources()).areThey();
  }

  /**
   * Whether two of its folders or zips answer the same problem, which those of one person do not;
   * older copies do not count, nor packages below that of the sources directly in it.
   */
  boolean answersTwice() {
    String root = packageName();
    String within = root.isEmpty() ? " " : root + ".";
    Set<String> answered = new HashSet<>();
    for (HandInNode member : members()) {
      if (!COPY.matcher(FileKind.stem(member.name().text())).matches()) {
        for (String problem : answers(member, within)) {
          if (!answered.add(problem)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The problems that the sources in a folder or a zip answer; none where they cannot be read. */
  static Set<String> answers(HandInNode member) {
    return answers(member, " ");
  }

  /**
   * The problems that are answered in a folder or a zip.
   *
   * @param within the beginning of packages that do not count
   */
  private static Set<String> answers(HandInNode member, String within) {
    Set<String> problems = new TreeSet<>();
    try {
      if (member instanceof FolderNode folder) {
        collect(folder, within, problems);
      } else if (member instanceof FileNode file && FileKind.isZip(file.name().text())) {
        try (OpenZip zip = OpenZip.of(file)) {
          collect(zip.root(), within, problems);
        }
      }
    } catch (IOException | Refused e) {
      // Its own result will say so; here it answers nothing.
      return Set.of();
    }
    return problems;
  }

  private static void collect(FolderNode folder, String within, Set<String> problems)
      throws IOException, Refused {
    add(folder.load(FileKind::isJava, Budget.ofSources()), within, problems);
  }

  private static void add(FolderNode folder, String within, Set<String> problems)
      throws IOException, Refused {
    for (HandInNode child : folder.children()) {
      if (child instanceof FolderNode inner) {
        add(inner, within, problems);
      } else if (child instanceof FileNode file && FileKind.isJava(file.name().text())) {
        JavaOutline outline = outline(file);
        problems.addAll(outline.packageName().startsWith(within) ? List.of() : outline.answers());
      }
    }
  }

  /** The package of the first source in it; empty where it has none. */
  String packageName() {
    return sources().isEmpty() ? "" : outline(sources().get(0)).packageName();
  }

  private static JavaOutline outline(FileNode file) {
    return JavaOutline.of(text(file));
  }

  /** The text of a source; empty where it cannot be read: its own result will say so. */
  static String text(FileNode file) {
    try {
      SourceDecoder.Decoded decoded =
          SourceDecoder.decode(file.content().read(Budget.MAX_SOURCE_BYTES));
      return decoded == null ? "" : decoded.text();
    } catch (IOException | Refused e) {
      return "";
    }
  }
}
