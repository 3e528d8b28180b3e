package dev.assay.run.sealed;

import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.Target;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.util.Locale;

/**
 * What a sealed file says openly of the hidden set in it.
 *
 * @param problem its id
 * @param variant of the problem's data, whose training rows and pass rule go with it
 * @param form of an example, as {@link #form} has it
 * @param examples how many
 */
public record Subject(String problem, String variant, String form, int examples) {
  static final int MAX_CHARACTERS = 200;

  public Subject {
    check("problem", problem);
    check("variant", variant);
    check("form", form);
    if (examples < 1) {
      throw new IllegalArgumentException("examples must be positive. Received: " + examples);
    }
  }

  private static void check(String name, String text) {
    if (text.isEmpty() || text.length() > MAX_CHARACTERS || !text.matches("[ -~]+")) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must be 1 to %d printable ASCII characters. Received: %s",
              name,
              MAX_CHARACTERS,
              text.replaceAll("[^ -~]", "?")));
    }
  }

  /** What it says, as a clause. */
  Sentence sentence() {
    return Sentence.of(
        FaultCode.SEALED_SUBJECT,
        "problem",
        problem,
        "variant",
        variant,
        "form",
        form,
        "examples",
        examples);
  }

  /** A hidden set for a data set. */
  static Subject of(DatasetEntry entry, int examples) {
    return new Subject(entry.id(), entry.variant(), form(entry), examples);
  }

  /** Shape and type of features, and what is to be predicted: {@code float32 [4], 3 classes}. */
  static String form(DatasetEntry entry) {
    return "%s %s, %s"
        .formatted(
            entry.features().type().name().toLowerCase(Locale.ROOT),
            entry.features().shape(),
            predicted(entry.target()));
  }

  private static String predicted(Target target) {
    if (!target.isClassification()) {
      return "a number";
    }
    return target.classes().size() + (target.multiLabel() ? " labels" : " classes");
  }
}
