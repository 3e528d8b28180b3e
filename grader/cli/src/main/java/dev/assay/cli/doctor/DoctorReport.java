package dev.assay.cli.doctor;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
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
  private final Catalogue texts;
  private final Isolation isolation;
  private final int room;

  /**
   * A report.
   *
   * @param examinations one for each kind of child process
   * @param texts the language
   * @param room of a line
   */
  DoctorReport(Map<Role, Examination> examinations, Catalogue texts, int room) {
    this.texts = texts;
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
      return field("ISOLATION", texts.say(TerminalCode.DOCTOR_STRICT));
    }
    List<String> lines = new ArrayList<>(field("ISOLATION", id(isolation.level())));
    lines.addAll(field("MISSING", String.join(", ", isolation.ids())));
    lines.addAll(field("BECAUSE", whyNotBetter == null ? "" : whyNotBetter.text(texts)));
    lines.addAll(field("ADVICE", texts.say(TerminalCode.DOCTOR_ADVICE)));
    return lines;
  }

  /**
   * Describes whether non-ASCII names work.
   *
   * @param fault why they do not; empty when they do
   */
  List<String> names(List<Sentence> fault) {
    return field(
        "NAMES",
        fault.isEmpty()
            ? texts.say(TerminalCode.DOCTOR_NAMES_WORK)
            : texts.say(TerminalCode.DOCTOR_NAMES_FAIL, "fault", Sentence.text(fault, texts)));
  }

  /** A name and what is to be said of it; nothing when that is empty. */
  List<String> field(String label, String text) {
    String name = texts.say(TerminalCode.DOCTOR_LABEL, "label", label);
    return text.isEmpty() ? List.of() : Paragraph.wrap(DisplayWidth.left(name, 12), 12, text, room);
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
            String what = "%s: %s".formatted(wall.id(), wall.meaning().text(texts));
            walls.add(role, missing ? "MISSING" : "PRESENT", what, "");
          }
          for (Doctor.Attempt tried : examination.attempts()) {
            String how = tried.succeeded() ? "POSSIBLE" : "REFUSED";
            attempts.add(role, how, tried.tried().text(texts), tried.happened().text(texts));
          }
          if (!examination.end().isEmpty()) {
            ends.add(role, "ENDED", examination.end(), "");
          }
        });
    List<String> lines = new ArrayList<>();
    lines.addAll(walls.lines("WALLS"));
    lines.addAll(attempts.lines("ATTEMPTS"));
    lines.addAll(ends.lines("END"));
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
            String state = texts.say(TerminalCode.DOCTOR_STATE, "state", finding.state());
            String start = "  " + DisplayWidth.left(state, 8) + " ";
            lines.addAll(Paragraph.wrap(start, 11, text(finding, found), room));
          });
      if (!lines.isEmpty()) {
        lines.addAll(0, List.of("", texts.say(TerminalCode.DOCTOR_TITLE, "title", title)));
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
