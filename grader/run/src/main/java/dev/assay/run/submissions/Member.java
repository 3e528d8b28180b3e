package dev.assay.run.submissions;

import dev.assay.run.submissions.names.LmsName;
import dev.assay.run.submissions.tree.HandInNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.NodeName;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of a class: what a student handed in.
 *
 * @param student the name that the id is made of
 * @param entries whole names of the class's entries that are the student's
 * @param parts the files and folders
 * @param named when it was handed in, as a learning management system's names say; else null
 */
record Member(
    NodeName student, List<String> entries, List<HandInNode> parts, @Nullable LocalDateTime named) {
  Member {
    entries = List.copyOf(entries);
    parts = List.copyOf(parts);
  }

  /** One of which nobody says when it was handed in. */
  Member(NodeName student, List<String> entries, List<HandInNode> parts) {
    this(student, entries, parts, null);
  }

  /** All of what a path or an archive hands in. */
  static Member of(HandInNode node) {
    String name = node.name().text();
    Optional<LmsName> lms = Grouping.lms(node);
    return new Member(
        lms.map(known -> NodeName.of(known.student())).orElse(Grouping.student(node)),
        List.of(name),
        List.of(node),
        lms.flatMap(LmsName::handedIn).orElse(null));
  }

  /** Names for an id, the best first. */
  List<NodeName> names(String folder) {
    String parent = folder.replaceFirst("[/\\\\]+$", "").replaceFirst("(?s).*[/\\\\]", "");
    return List.of(
        student,
        NodeName.of(entries.get(0)),
        NodeName.of("%s (%s)".formatted(student.text(), parent)));
  }

  /** The folders that it lies in; loose files make up one more. */
  List<FolderNode> folders() {
    List<FolderNode> folders = new ArrayList<>();
    List<HandInNode> files = new ArrayList<>();
    for (HandInNode part : parts) {
      if (part instanceof FolderNode folder) {
        folders.add(folder);
      } else {
        files.add(part);
      }
    }
    if (!files.isEmpty()) {
      folders.add(FolderNode.of(student, files));
    }
    return folders;
  }
}
