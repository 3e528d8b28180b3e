package dev.assay.report.gradebook.roster;

import dev.assay.report.gradebook.Student;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds students by what a folder, a file or a line calls them.
 *
 * <p>A whole name is tried as id, login, email address, SIS id and name, in this order. After that
 * its parts are, as learning platforms join them: {@code Anna Kim_12345}, {@code kimanna_9_12},
 * {@code 123-456 - Anna Kim}, {@code Kim, Anna(akim)}. Case does not matter. Where several students
 * fit, none is chosen.
 */
public final class StudentIndex {
  private static final Pattern ATTEMPT = Pattern.compile("(.+) \\(\\d{4}-\\d\\d-\\d\\d[T0-9-]*\\)");
  private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");
  private static final int MOST_PARTS = 8;

  /** Shorter numbers are too often something else than a student's. */
  private static final Pattern SHORT = Pattern.compile("\\d{0,3}|.");

  private enum Key {
    ID,
    LOGIN,
    EMAIL,
    SIS_ID,
    NAME
  }

  private final Map<Key, Map<String, Set<Student>>> byKey = new EnumMap<>(Key.class);

  /** An index of students. */
  public StudentIndex(Collection<Student> students) {
    for (Key key : Key.values()) {
      byKey.put(key, new HashMap<>());
    }
    for (Student student : students) {
      add(Key.ID, student.id(), student);
      add(Key.LOGIN, student.login(), student);
      add(Key.EMAIL, student.email(), student);
      add(Key.SIS_ID, student.sisId(), student);
      names(student).forEach(name -> add(Key.NAME, name, student));
    }
  }

  /** All ways in which a name is written. */
  private static List<String> names(Student student) {
    List<String> names = new ArrayList<>(List.of(student.name()));
    if (student.firstName() != null && student.lastName() != null) {
      names.add(student.firstName() + student.lastName());
      names.add(student.lastName() + student.firstName());
    }
    String[] sorted = student.name().split(",", 2);
    if (sorted.length == 2) {
      names.add(sorted[1] + sorted[0]);
    } else {
      int blank = student.name().strip().lastIndexOf(' ');
      if (blank > 0) {
        String name = student.name().strip();
        names.add(name.substring(blank) + name.substring(0, blank));
      }
    }
    return names;
  }

  private void add(Key key, @Nullable String text, Student student) {
    if (text != null && !key(key, text).isEmpty()) {
      map(key).computeIfAbsent(key(key, text), k -> new LinkedHashSet<>()).add(student);
    }
  }

  private Map<String, Set<Student>> map(Key key) {
    return byKey.getOrDefault(key, Map.of());
  }

  /** A text in the form in which texts are compared: composed, in small letters. */
  static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  /** Names are compared by their letters and digits. */
  private static String key(Key key, String text) {
    return key == Key.NAME ? key(text).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "") : key(text);
  }

  static boolean isKorean(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
  }

  /** A name without the attempt's time that Assay adds to it. */
  public static String withoutAttempt(String name) {
    Matcher matcher = ATTEMPT.matcher(name);
    return matcher.matches() ? matcher.group(1) : name;
  }

  /**
   * Finds who is meant.
   *
   * @param called what somebody is called, in one or several ways
   * @return nobody, one student, or all who could be meant
   */
  public List<Student> find(Collection<String> called) {
    Set<String> whole = new LinkedHashSet<>();
    called.forEach(
        name -> {
          whole.add(name);
          whole.add(withoutAttempt(name));
        });
    for (Key key : Key.values()) {
      Set<Student> found = found(List.of(key), whole);
      if (!found.isEmpty()) {
        return List.copyOf(found);
      }
    }
    Set<String> parts = new LinkedHashSet<>();
    whole.forEach(name -> addParts(name, parts));
    return List.copyOf(found(List.of(Key.values()), parts));
  }

  private Set<Student> found(List<Key> keys, Collection<String> texts) {
    Set<Student> found = new LinkedHashSet<>();
    for (Key key : keys) {
      for (String text : texts) {
        String normal = key(key, text);
        if (!normal.isEmpty()) {
          found.addAll(map(key).getOrDefault(normal, Set.of()));
        }
      }
    }
    return found;
  }

  private static void addParts(String name, Set<String> parts) {
    int dash = name.lastIndexOf(" - ");
    if (dash >= 0) {
      add(name.substring(dash + 3), parts);
    }
    Matcher brackets = IN_BRACKETS.matcher(name);
    if (brackets.matches()) {
      add(brackets.group(1), parts);
      add(brackets.group(2), parts);
    }
    String[] words = name.split("_", MOST_PARTS);
    for (int from = 0; from < words.length; from++) {
      StringBuilder run = new StringBuilder(words[from]);
      add(run.toString(), parts);
      for (int to = from + 1; to < words.length; to++) {
        run.append('_').append(words[to]);
        add(run.toString(), parts);
      }
    }
  }

  private static void add(String part, Set<String> parts) {
    if (!SHORT.matcher(part.strip()).matches()) {
      parts.add(part);
    }
  }
}
