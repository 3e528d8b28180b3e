package dev.assay.cli.grade;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.HandedIn;
import dev.assay.batch.results.RunResults;
import dev.assay.cli.terminal.NearName;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.submissions.HandIn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for which submissions of a class are graded, and which of them again. */
final class ScopeOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--resume",
      description =
          "Continue an interrupted run in --out. Answers that already have a result are kept unless one of their inputs has changed. This is the default.")
  private boolean resume;

  @Option(
      names = "--regrade",
      description = "Grade all answers again, also those that have a result in --out.")
  private boolean regrade;

  @Option(
      names = "--only",
      paramLabel = "ID|VERDICT",
      description =
          "Grade only this submission, or those with this verdict in --out, such as GRADER_ERROR, and replace their results; may be repeated.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--fail-fast",
      description = "Begin no other submission once an answer did not pass.")
  private boolean failFast;

  /** Checks the options against each other. */
  void check(boolean hasFolder) {
    if (resume && !hasFolder) {
      throw WrongCommand.of(spec.commandLine(), TerminalCode.RESUME_WITHOUT_OUT);
    }
    if (resume && regrade) {
      throw WrongCommand.of(spec.commandLine(), TerminalCode.RESUME_OR_REGRADE);
    }
  }

  /** Returns whether results are kept where they would be the same. */
  boolean keepsResults() {
    return !regrade;
  }

  boolean failFast() {
    return failFast;
  }

  /** Returns the ids of the submissions whose results are replaced although others are kept. */
  Set<String> again(HandedIn selected) {
    Set<String> ids = new HashSet<>();
    if (!only.isEmpty()) {
      selected.submissions().forEach(handIn -> ids.add(handIn.id()));
    }
    return ids;
  }

  /** Returns the submissions to grade, with all entries. */
  HandedIn select(HandedIn handedIn, BatchFolder folder) throws IOException {
    if (only.isEmpty()) {
      return handedIn;
    }
    Map<String, Set<Verdict>> verdicts = verdicts(folder);
    Set<HandIn> selected = new LinkedHashSet<>();
    for (String name : only) {
      List<HandIn> meant = meant(name, handedIn.submissions(), verdicts);
      if (meant.isEmpty()) {
        throw nobody(name, handedIn.submissions());
      }
      selected.addAll(meant);
    }
    return new HandedIn(
        handedIn.submissions().stream().filter(selected::contains).toList(), handedIn.entries());
  }

  private static Map<String, Set<Verdict>> verdicts(BatchFolder folder) throws IOException {
    Map<String, Set<Verdict>> verdicts = new HashMap<>();
    for (GradeReport report : RunResults.read(folder.path()).reports()) {
      verdicts
          .computeIfAbsent(report.submission().id(), id -> new HashSet<>())
          .add(report.verdict());
    }
    return verdicts;
  }

  private static List<HandIn> meant(
      String name, List<HandIn> all, Map<String, Set<Verdict>> verdicts) {
    List<HandIn> byId = all.stream().filter(handIn -> handIn.id().equals(name)).toList();
    Optional<Verdict> verdict = verdict(name);
    return !byId.isEmpty() || verdict.isEmpty()
        ? byId
        : all.stream()
            .filter(
                handIn ->
                    verdicts.getOrDefault(handIn.id(), Set.of()).contains(verdict.orElseThrow()))
            .toList();
  }

  private static Optional<Verdict> verdict(String name) {
    return Stream.of(Verdict.values())
        .filter(verdict -> verdict.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst();
  }

  private WrongCommand nobody(String name, List<HandIn> all) {
    List<String> ids = all.stream().map(HandIn::id).toList();
    String near = NearName.of(name, ids).orElse("");
    return new WrongCommand(
        spec.commandLine(),
        Sentence.of(
            TerminalCode.ONLY_NOBODY,
            "name",
            name,
            "kind",
            verdict(name).isPresent() ? "VERDICT" : near.isEmpty() ? "NONE" : "NEAR",
            "near",
            near));
  }
}
