package dev.assay.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.assay.findings.Catalogue;
import dev.assay.report.CheckedAnswer;
import dev.assay.report.GradeReport;
import dev.assay.report.SentenceLine;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** How results become JSON and back: strictly, with the same bytes on every machine. */
final class JsonMapping {

  private static final int MAX_DEPTH = 32;
  private static final long MAX_CHARACTERS = 100_000_000;

  private JsonMapping() {}

  /**
   * Maps results to JSON and back.
   *
   * @param texts the language of the messages that are written; what is read may be in any
   */
  static ObjectMapper mapper(Catalogue texts) {
    return JsonMapper.builder(factory())
        .addModule(numbers())
        .addModule(results(texts))
        .defaultPrettyPrinter(prettyPrinter())
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /** Jackson's own number writer, because {@code Double.toString} differs between JDK 18 and 19. */
  private static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxDocumentLength(MAX_CHARACTERS)
                .build())
        .build();
  }

  private static SimpleModule numbers() {
    SimpleModule module = new SimpleModule("numbers");
    module.addSerializer(Double.class, new FiniteNumbers.Writer());
    module.addSerializer(double.class, new FiniteNumbers.Writer());
    module.addDeserializer(Double.class, new FiniteNumbers.Reader());
    module.addDeserializer(double.class, new FiniteNumbers.Reader());
    module.addSerializer(Instant.class, ToStringSerializer.instance);
    module.addDeserializer(Instant.class, new TimeReader());
    return module;
  }

  /** Reads a time as ISO 8601 writes it, in UTC. */
  private static final class TimeReader extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    TimeReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getText();
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, text, "not a time in ISO 8601");
      }
    }
  }

  /** A result and a checked answer stand there with all their fields side by side. */
  private static SimpleModule results(Catalogue texts) {
    SimpleModule module = new SimpleModule("results");
    module.addSerializer(
        GradeReport.class, new StdDelegatingSerializer(new FlatReport.Flattening(texts)));
    module.addDeserializer(GradeReport.class, new FlatReport.Nesting());
    module.addSerializer(
        CheckedAnswer.class, new StdDelegatingSerializer(new FlatCheck.Flattening(texts)));
    module.addSerializer(
        SentenceLine.class, new StdDelegatingSerializer(new TextLine.Rendering(texts)));
    return module;
  }

  /**
   * Two spaces, LF, a field a line; an array of numbers on one line, which keeps matrices legible.
   */
  private static DefaultPrettyPrinter prettyPrinter() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
  }
}
