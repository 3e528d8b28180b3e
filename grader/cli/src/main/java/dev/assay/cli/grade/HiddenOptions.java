package dev.assay.cli.grade;

import dev.assay.batch.Assignments;
import dev.assay.batch.HiddenPart;
import dev.assay.batch.Selection;
import dev.assay.cli.sealing.KeyOptions;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
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

/** The options for a hidden set other than the published one: sealed, with its key, or fresh. */
public final class HiddenOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--hidden",
      paramLabel = "FILE",
      description =
          "Score on this hidden set, created by `assay seal`. It determines the problem and the data. Its key is required.")
  private @Nullable Path file;

  @Option(
      names = "--fresh-hidden",
      description =
          "Score on a hidden part drawn for this run from a secret seed. Only for multi-label, and for fashion-mnist on embedded data.")
  private boolean fresh;

  @ArgGroup private @Nullable KeyOptions key;

  /** Returns the variant that the set was sealed for, or without a set the requested one. */
  public String variant(String asked) throws SealException {
    if (fresh && file != null) {
      throw wrong(TerminalCode.TWO_HIDDEN_SETS);
    }
    if (file == null) {
      return fresh && asked.equals(Assignments.AUTO) ? Assignments.EMBEDDED : asked;
    }
    Subject subject = SealedSet.subject(file);
    if (!asked.equals(Assignments.AUTO) && !asked.equals(subject.variant())) {
      throw wrong(
          TerminalCode.SEALED_FOR_OTHER_DATA,
          "file",
          file.toString(),
          "problem",
          subject.problem(),
          "variant",
          subject.variant(),
          "asked",
          asked);
    }
    return subject.variant();
  }

  /** Returns the problem that the set was sealed for, or without a set the requested ones. */
  public List<String> problems(List<String> asked) throws SealException {
    if (file == null) {
      return asked;
    }
    String problem = SealedSet.subject(file).problem();
    for (String id : asked) {
      if (!id.equals(problem)) {
        throw wrong(
            TerminalCode.SEALED_FOR_OTHER_PROBLEM,
            "file",
            file.toString(),
            "problem",
            problem,
            "asked",
            id);
      }
    }
    return List.of(problem);
  }

  /**
   * Opens the hidden part to grade on.
   *
   * @param selection all that is graded; the one problem that a sealed set was made for
   * @param texts the language in which a passphrase is asked for
   */
  public HiddenPart open(Selection selection, Catalogue texts) throws DataException {
    if (fresh) {
      requireSource(selection);
    }
    SealedSet sealed = sealed(selection, texts);
    return new HiddenPart(sealed, fresh);
  }

  /**
   * Opens the hidden part of a plan to grade on.
   *
   * @param isFresh whether the plan drew it
   */
  HiddenPart planned(Selection selection, boolean isFresh, Catalogue texts) throws DataException {
    return isFresh ? new HiddenPart(null, true) : new HiddenPart(sealed(selection, texts), false);
  }

  /** Checks that a fresh hidden part can be drawn for all of the problems. */
  private void requireSource(Selection selection) {
    List<String> drawable = selection.assignments().drawable();
    List<String> lacking =
        selection.problems().stream()
            .map(problem -> selection.assignment(problem).entry().key())
            .filter(key -> !drawable.contains(key))
            .toList();
    if (!lacking.isEmpty()) {
      throw wrong(TerminalCode.NO_FRESH_HIDDEN, "lacking", lacking, "drawable", drawable);
    }
  }

  /** Returns whether the hidden part is to be drawn for the run. */
  public boolean isFresh() {
    return fresh;
  }

  private @Nullable SealedSet sealed(Selection selection, Catalogue texts) throws DataException {
    if (file == null) {
      if (key != null) {
        throw wrong(TerminalCode.KEY_WITHOUT_HIDDEN);
      }
      return null;
    }
    if (key == null) {
      throw wrong(TerminalCode.HIDDEN_WITHOUT_KEY, "file", file.toString());
    }
    SealedSet sealed = SealedSet.open(file, key.source().secret(spec.commandLine(), texts, false));
    sealed.examples(selection.assignment(selection.problems().get(0)).entry());
    return sealed;
  }

  private ParameterException wrong(TerminalCode code, Object... pairs) {
    return WrongCommand.of(spec.commandLine(), code, pairs);
  }
}
