package dev.assay.cli.doctor;

import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Sentence;
import dev.assay.run.Doctor;
import dev.assay.run.Doctor.Examination;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Wall;
import dev.assay.run.processes.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The results of {@code assay doctor}, for people.
 *
 * <p>Findings that are the same for every kind of child process are shown once.
 */
final class DoctorReport {
  private final Map<Role, Examination> examinations;
  private final Isolation isolation;
  private final int room;

  /**
   * A report.
   *
   * @param examinations one for each kind of child process
   * @param room of a line
   */
  DoctorReport(Map<Role, Examination> examinations, int room) {
    this.examinations = examinations;
    this.room = room;
    isolation =
        examinations.values().stream()
            .map(DoctorReport::measured)
            .reduce(Isolation.COMPLETE, Isolation::and);
  }

  /** Claims nothing where nothing was measured. */
  private static Isolation measured(Examination examination) {
    Isolation isolation = examination.isolation();
    return isolation == null ? new Isolation(EnumSet.allOf(Wall.class)) : isolation;
  }

  boolean isStrict() {
    return isolation.level() == Isolation.Level.STRICT;
  }

  /**
   * The level, what is missing, and what to do.
   *
   * @param whyNotBetter why there is no better sandbox; null when there is none
   */
  List<String> verdict(@Nullable Sentence whyNotBetter) {
    if (isStrict()) {
      return field(
          "Isolation", "strict: candidates' code can reach nothing but its input files.", room);
    }
    List<String> lines = new ArrayList<>(field("Isolation", id(isolation.level()), room));
    lines.addAll(field("Missing", String.join(", ", isolation.ids()), room));
    lines.addAll(field("Because", whyNotBetter == null ? "" : whyNotBetter.text(), room));
    String advice =
        "Grade only code that you trust, or run Assay on a machine that offers every protection (see SECURITY.md).";
    lines.addAll(field("What to do", advice, room));
    return lines;
  }

  /**
   * Describes whether non-ASCII names work.
   *
   * @param fault why they do not; empty when they do
   */
  List<String> names(String fault) {
    String text =
        fault.isEmpty()
            ? "a class 답안 was compiled and built in a folder 이름"
            : "they do NOT work: " + fault;
    return field("Names", "names that are not ASCII: " + text, room);
  }

  /** A name and what is to be said of it; nothing when that is empty. */
  static List<String> field(String name, String text, int room) {
    return text.isEmpty() ? List.of() : Paragraph.wrap("%-12s".formatted(name), 12, text, room);
  }

  /** Lists each protection, each attempt, and why a probe did not finish. */
  List<String> details() {
    Findings walls = new Findings();
    Findings attempts = new Findings();
    Findings ends = new Findings();
    examinations.forEach(
        (role, examination) -> {
          for (Wall wall : Wall.values()) {
            boolean missing = measured(examination).missing().contains(wall);
            String what = "%s: %s".formatted(wall.id(), wall.meaning());
            walls.add(role, missing ? "MISSING" : "present", what, "");
          }
          for (Doctor.Attempt tried : examination.attempts()) {
            String how = tried.succeeded() ? "POSSIBLE" : "refused";
            attempts.add(role, how, tried.what(), tried.detail());
          }
          if (!examination.end().isEmpty()) {
            ends.add(role, "ended", examination.end(), "");
          }
        });
    List<String> lines = new ArrayList<>();
    lines.addAll(walls.lines("Protections of a child process"));
    lines.addAll(attempts.lines("Attempts to break out"));
    lines.addAll(ends.lines("The probe did not finish"));
    return lines;
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Groups equal findings with the kinds of processes that they were made for. */
  private final class Findings {
    private final Map<Finding, List<Role>> roles = new LinkedHashMap<>();
    private final Map<Finding, String> details = new LinkedHashMap<>();

    void add(Role role, String state, String what, String detail) {
      Finding finding = new Finding(state, what);
      roles.computeIfAbsent(finding, none -> new ArrayList<>()).add(role);
      details.putIfAbsent(finding, detail);
    }

    List<String> lines(String title) {
      List<String> lines = new ArrayList<>();
      roles.forEach(
          (finding, found) -> {
            String start = "  %-8s ".formatted(finding.state());
            lines.addAll(Paragraph.wrap(start, 11, text(finding, found), room));
          });
      if (!lines.isEmpty()) {
        lines.addAll(0, List.of("", title + ":"));
      }
      return lines;
    }

    private String text(Finding finding, List<Role> found) {
      String detail = details.getOrDefault(finding, "");
      String all = finding.what() + (detail.isEmpty() ? "" : " (" + detail + ")");
      return found.size() == examinations.size()
          ? all
          : found.stream().map(DoctorReport::id).collect(Collectors.joining(", ")) + ": " + all;
    }
  }

  private record Finding(String state, String what) {}
}
