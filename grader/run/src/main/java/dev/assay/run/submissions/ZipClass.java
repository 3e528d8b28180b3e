package dev.assay.run.submissions;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.OpenZip;
import dev.assay.run.submissions.tree.Refused;
import java.io.IOException;
import java.util.List;

/**
 * The students in a zip file of a class. The file is opened anew for each of them, so that one may
 * be read while another is graded.
 *
 * @param file the zip
 * @param members none where the zip is a single submission
 * @param leftOut entries that are nobody's
 * @param allAttempts whether earlier attempts are members too
 */
record ZipClass(FileNode file, List<Member> members, List<Entry> leftOut, boolean allAttempts) {
  static ZipClass of(FileNode file, boolean allAttempts) throws IOException, Refused {
    try (OpenZip zip = OpenZip.of(file)) {
      Level level = Level.of(zip.root());
      if (!level.isClassInArchive()) {
        return new ZipClass(file, List.of(), List.of(), allAttempts);
      }
      Grouping grouping = Grouping.of(level.layout(), allAttempts);
      return new ZipClass(file, grouping.members(), grouping.leftOut(), allAttempts);
    }
  }

  /** Reads the member of a number. */
  MemberReader reader(int number) {
    return (id, origin) -> {
      try (OpenZip zip = OpenZip.of(file)) {
        List<Member> now = Grouping.of(Level.of(zip.root()).layout(), allAttempts).members();
        String student = members.get(number).student().exact();
        if (number >= now.size() || !now.get(number).student().exact().equals(student)) {
          throw new Refused(Sentence.of(NoteCode.ZIP_CHANGED, "file", file.name().text()));
        }
        List<Sentence> notes = SourceReader.guessed(file.name().text(), zip.guess());
        return MemberReader.read(now.get(number), id, origin, notes);
      }
    };
  }
}
