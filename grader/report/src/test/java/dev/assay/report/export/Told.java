package dev.assay.report.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.findings.Catalogue;
import dev.assay.findings.ExportCode;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What an export tells the instructor. */
public final class Told {
  private Told() {}

  /** The codes of the notes. */
  public static List<ExportCode> codes(Export export) {
    return export.notes().stream().map(note -> ExportCode.valueOf(note.code())).toList();
  }

  /** Asserts that an export is refused for this reason, which has words in English and Korean. */
  public static AbstractThrowableAssert<?, ?> refused(ExportCode code, ThrowingCallable export) {
    return assertThatThrownBy(export)
        .isInstanceOfSatisfying(
            ExportException.class,
            e -> {
              org.assertj.core.api.Assertions.assertThat(e.sentence().code())
                  .isEqualTo(code.name());
              e.sentence().text(Catalogue.english());
              e.sentence().text(Catalogue.korean());
            });
  }
}
