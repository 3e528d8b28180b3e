package dev.assay.run.submissions;

import dev.assay.findings.NoteCode;
import dev.assay.run.submissions.names.FileKind;
import dev.assay.run.submissions.names.LmsName;
import dev.assay.run.submissions.tree.HandInNode;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.NodeName;
import dev.assay.run.submissions.tree.Refused;
import dev.assay.run.submissions.tree.ToolNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sorts the entries of a class folder by student; each is a student's or is left out. */
final class Grouping {
  private final boolean allAttempts;
  private final List<Member> members = new ArrayList<>();
  private final List<Entry> leftOut = new ArrayList<>();

  /** The role of an entry in a download from a learning management system. */
  private record Part(LmsName name, HandInNode node) {
    String entry() {
      return node.name().text();
    }

    /** Under the name that the student gave it. */
    HandInNode renamed() {
      return node instanceof FileNode file && !name.file().isEmpty()
          ? file.named(name.file())
          : node;
    }
  }

  private Grouping(boolean allAttempts) {
    this.allAttempts = allAttempts;
  }

  /**
   * Groups the entries.
   *
   * @param byName whether files and folders are told apart by names of a learning management system
   * @param allAttempts whether each of a student's attempts is a member, and not the last only
   */
  static Grouping of(List<HandInNode> entries, boolean byName, boolean allAttempts) {
    Grouping grouping = new Grouping(allAttempts);
    Map<String, List<Part>> students = new LinkedHashMap<>();
    for (HandInNode entry : entries) {
      Optional<LmsName> name = byName ? lms(entry) : Optional.empty();
      if (name.isPresent()) {
        students
            .computeIfAbsent(name.get().student(), student -> new ArrayList<>())
            .add(new Part(name.get(), entry));
      } else {
        grouping.addPlain(entry);
      }
    }
    students.forEach(grouping::addStudent);
    return grouping;
  }

  /** Groups what lies in a class's folder. */
  static Grouping of(HandInLayout layout, boolean allAttempts) throws IOException, Refused {
    Grouping grouping = of(layout.entries(), layout.isDownload(), allAttempts);
    if (layout.hasSources() || layout.isProject()) {
      grouping.leaveOutStraySources();
    }
    return grouping;
  }

  /**
   * A folder {@code src} among students' folders is a submission only when it answers something.
   */
  private void leaveOutStraySources() throws IOException {
    for (Member member : List.copyOf(members)) {
      HandInNode part = member.parts().get(0);
      if (part.name().text().equals("src") && HandInLayout.answers(part).isEmpty()) {
        members.remove(member);
        leftOut.add(Entry.leftOut("src", NoteCode.LEFT_OUT_STRAY_SOURCES));
      }
    }
  }

  List<Member> members() {
    return members;
  }

  List<Entry> leftOut() {
    return leftOut;
  }

  /** The name of an entry in a download; empty where it is none. */
  static Optional<LmsName> lms(HandInNode entry) {
    String name = entry.name().text();
    if (entry instanceof FolderNode) {
      return LmsName.certain(name).filter(lms -> lms.file().isEmpty());
    }
    return entry instanceof FileNode
        ? LmsName.ofFile(name).filter(lms -> !lms.file().isEmpty())
        : Optional.empty();
  }

  private void addPlain(HandInNode entry) {
    String name = entry.name().text();
    if (ToolNames.isHidden(name)) {
      leftOut.add(Entry.leftOut(name, NoteCode.LEFT_OUT_TOOL_FILE));
    } else if (entry instanceof FileNode && !FileKind.isArchive(name)) {
      leftOut.add(
          Entry.leftOut(
              name,
              FileKind.isJava(name)
                  ? NoteCode.LEFT_OUT_STRAY_JAVA_FILE
                  : NoteCode.LEFT_OUT_OTHER_FILE));
    } else {
      members.add(new Member(student(entry), List.of(name), List.of(entry)));
    }
  }

  /** The name of a student who has an entry of its own. */
  static NodeName student(HandInNode entry) {
    NodeName name = entry.name();
    return entry instanceof FileNode
        ? new NodeName(FileKind.stem(name.text()), FileKind.stem(name.exact()), name.guess())
        : name;
  }

  /** Keeps the last of several attempts under the student's name, and the earlier ones if asked. */
  private void addStudent(String student, List<Part> parts) {
    TreeMap<String, List<Part>> attempts = new TreeMap<>();
    for (Part part : parts) {
      attempts.computeIfAbsent(part.name().attempt(), attempt -> new ArrayList<>()).add(part);
    }
    List<Part> last = attempts.lastEntry().getValue();
    attempts.pollLastEntry();
    attempts.forEach(
        (attempt, earlier) -> {
          if (allAttempts) {
            members.add(member(student + " (" + attempt.replace(':', '-') + ")", earlier));
          }
        });
    if (!allAttempts) {
      parts.stream()
          .filter(part -> !last.contains(part))
          .forEach(
              part -> leftOut.add(Entry.leftOut(part.entry(), NoteCode.LEFT_OUT_EARLIER_ATTEMPT)));
    }
    members.add(member(student, last));
  }

  private static Member member(String student, List<Part> parts) {
    return new Member(
        NodeName.of(student),
        parts.stream().map(Part::entry).toList(),
        parts.stream().map(Part::renamed).toList(),
        parts.get(0).name().handedIn().orElse(null));
  }
}
