package dev.assay.cli.grade;

import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.keras.models.manifest.SummaryLabels;

/** The words of a model's table of layers, in a language. */
public final class SummaryTexts {
  private SummaryTexts() {}

  public static SummaryLabels labels(Catalogue texts) {
    return new SummaryLabels(
        label("MODEL", texts),
        label("LAYER", texts),
        label("SHAPE", texts),
        label("COUNT", texts),
        label("TOTAL", texts),
        label("TRAINABLE", texts),
        label("OTHERS", texts));
  }

  private static String label(String label, Catalogue texts) {
    return texts.say(TerminalCode.CHECK_SUMMARY, "label", label);
  }
}
