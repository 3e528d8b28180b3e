package dev.assay.report.gradebook.building;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.report.gradebook.Student;
import dev.assay.report.gradebook.roster.StudentIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who is in a class, and what each handed in, oldest first. */
final class ClassMembers {
  private static final Comparator<HandedInWork> OLDEST_FIRST =
      Comparator.comparing(
              HandedInWork::handedIn, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(HandedInWork::submission);

  private final Map<Student, List<HandedInWork>> work = new LinkedHashMap<>();
  private final Map<String, Student> byOtherName = new HashMap<>();
  private final StudentIndex index;
  private final Map<String, Optional<Student>> found = new HashMap<>();

  private ClassMembers(StudentIndex index) {
    this.index = index;
  }

  /**
   * Tells whose each submission is.
   *
   * @param notes gets a sentence for each submission that is nobody's or could be several students'
   */
  static ClassMembers of(ClassRecords records, List<Sentence> notes) {
    List<Student> students = records.roster().students();
    StudentIndex roster = new StudentIndex(students);
    Map<Student, List<HandedInWork>> known = new LinkedHashMap<>();
    students.forEach(student -> known.put(student, new ArrayList<>()));
    Map<String, List<HandedInWork>> unknown = new TreeMap<>();
    List<HandedInWork> sorted =
        records.work().stream().sorted(Comparator.comparing(HandedInWork::submission)).toList();
    for (HandedInWork each : sorted) {
      List<Student> whose = roster.find(each.names());
      if (whose.size() == 1) {
        known.getOrDefault(whose.get(0), new ArrayList<>()).add(each);
        continue;
      }
      unknown
          .computeIfAbsent(
              StudentIndex.withoutAttempt(each.submission()), name -> new ArrayList<>())
          .add(each);
      if (!students.isEmpty()) {
        notes.add(note(each, whose));
      }
    }
    Set<String> ids = new HashSet<>();
    students.forEach(student -> ids.add(student.id()));
    unknown.forEach((name, each) -> known.put(Student.unknown(unique(name, ids)), each));
    ClassMembers members = new ClassMembers(new StudentIndex(known.keySet()));
    known.forEach(members::add);
    Pseudonyms pseudonyms = records.pseudonyms();
    if (pseudonyms != null) {
      known
          .keySet()
          .forEach(student -> members.byOtherName.put(pseudonyms.of(student.id()), student));
    }
    return members;
  }

  private static Sentence note(HandedInWork work, List<Student> whose) {
    return whose.isEmpty()
        ? Sentence.of(NoteCode.GRADES_NOT_IN_ROSTER, "submission", work.submission())
        : Sentence.of(
            NoteCode.GRADES_AMBIGUOUS,
            "submission",
            work.submission(),
            "students",
            whose.stream().map(Student::id).toList());
  }

  private static String unique(String name, Set<String> ids) {
    String id = name;
    while (!ids.add(id)) {
      id += "~";
    }
    return id;
  }

  private void add(Student student, List<HandedInWork> handedIn) {
    List<HandedInWork> sorted = handedIn.stream().sorted(OLDEST_FIRST).toList();
    work.put(student, sorted);
    sorted.forEach(each -> byOtherName.put(each.submission(), student));
  }

  /** The students in the order of the gradebook's rows, with what they handed in. */
  Map<Student, List<HandedInWork>> work() {
    return work;
  }

  /** Finds the student that a name in the settings or a submission's id means, where it is one. */
  Optional<Student> find(String name) {
    return found.computeIfAbsent(
        name,
        called -> {
          Student own = byOtherName.get(called);
          List<Student> meant = own == null ? index.find(List.of(called)) : List.of(own);
          return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
        });
  }
}
