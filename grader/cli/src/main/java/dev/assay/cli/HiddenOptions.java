package dev.assay.cli;

import dev.assay.datasets.DataException;
import dev.assay.problems.Problem;
import dev.assay.run.sealed.SealException;
import dev.assay.run.sealed.SealedSet;
import dev.assay.run.sealed.Subject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** An instructor's sealed hidden set to grade on, and its key. */
final class HiddenOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--hidden",
      paramLabel = "FILE",
      description =
          "Score on this hidden set, which `assay seal` made; it names problem and data. Needs its key.")
  private @Nullable Path file;

  @ArgGroup private @Nullable KeyOptions key;

  /** The variant that the set was sealed for, or without one what was asked for. */
  String variant(String asked) throws SealException {
    if (file == null) {
      return asked;
    }
    Subject subject = SealedSet.subject(file);
    if (!asked.equals(Assignments.AUTO) && !asked.equals(subject.variant())) {
      throw wrong(
          "--data: %s is sealed for %s/%s, not for %s."
              .formatted(file, subject.problem(), subject.variant(), asked));
    }
    return subject.variant();
  }

  /** The problem that the set was sealed for, or without one those that were asked for. */
  List<String> problems(List<String> asked) throws SealException {
    if (file == null) {
      return asked;
    }
    String problem = SealedSet.subject(file).problem();
    for (String id : asked) {
      if (!id.equals(problem)) {
        throw wrong("--problem: %s is sealed for %s, not for %s.".formatted(file, problem, id));
      }
    }
    return List.of(problem);
  }

  /**
   * Opens the set, if there is one.
   *
   * @param chosen the one problem that it was sealed for
   */
  @Nullable SealedSet open(Assignments assignments, List<Problem> chosen) throws DataException {
    if (file == null) {
      if (key != null) {
        throw wrong("A key is of use only with --hidden FILE.");
      }
      return null;
    }
    if (key == null) {
      throw wrong(
          "--hidden needs the key that %s was sealed with: --key-file, --key-env, --passphrase-file or --passphrase."
              .formatted(file));
    }
    SealedSet sealed = SealedSet.open(file, key.source().secret(spec.commandLine(), false));
    sealed.examples(assignments.of(chosen.get(0)).orElseThrow().entry());
    return sealed;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
