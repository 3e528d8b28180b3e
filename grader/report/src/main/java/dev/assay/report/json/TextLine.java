package dev.assay.report.json;

import com.fasterxml.jackson.databind.util.StdConverter;
import dev.assay.findings.Catalogue;
import dev.assay.report.SentenceLine;
import java.util.Map;

/** The fields of a {@link SentenceLine} as they stand in JSON, with its text in one language. */
record TextLine(String code, Map<String, Object> arguments, String message) {
  /** Writes the text in a catalogue's language. */
  static final class Rendering extends StdConverter<SentenceLine, TextLine> {
    private final Catalogue texts;

    Rendering(Catalogue texts) {
      this.texts = texts;
    }

    @Override
    public TextLine convert(SentenceLine line) {
      return new TextLine(line.code(), line.arguments(), line.text(texts));
    }
  }
}
