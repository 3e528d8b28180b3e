package dev.assay.run.submissions;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.run.submissions.names.FileKind;
import dev.assay.run.submissions.tree.HandInNode;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.OtherNode;
import dev.assay.run.submissions.tree.Refused;
import java.io.IOException;
import java.util.List;

/** Reads what one student handed in. */
interface MemberReader {
  Submission read(String id, String origin) throws IOException, Refused;

  /** Reads a member that lies on disk, or in an archive that is open. */
  static MemberReader of(Member member) {
    return (id, origin) -> read(member, id, origin, List.of());
  }

  /**
   * Reads a member.
   *
   * @param notes what was assumed before
   */
  static Submission read(Member member, String id, String origin, List<Sentence> notes)
      throws IOException, Refused {
    HandInNode first = member.parts().get(0);
    String name = first.name().text();
    if (member.parts().size() == 1 && first instanceof OtherNode other) {
      throw new Refused(
          Sentence.of(NoteCode.SUBMISSION_NOT_FOLLOWED, "name", name, "kind", other.kind()));
    }
    if (member.parts().size() == 1 && first instanceof FileNode file) {
      if (FileKind.isOtherArchive(name)) {
        throw new Refused(FileKind.refusal(name));
      }
      if (FileKind.isZip(name)) {
        return SourceReader.read(id, origin, file, notes);
      }
    }
    return SourceReader.read(id, origin, member.folders(), notes);
  }
}
