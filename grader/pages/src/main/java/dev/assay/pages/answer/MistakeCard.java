package dev.assay.pages.answer;

import dev.assay.findings.PageCode;
import dev.assay.pages.PageTexts;
import dev.assay.pages.Png;
import dev.assay.report.examples.ExampleImage;
import dev.assay.report.examples.Mistake;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mistake as the page shows it.
 *
 * @param mistake what was taken for what
 * @param label of the image, in words
 * @param source of the image; null where there is none
 * @param sure how sure the model is; null where its outputs do not tell
 * @param features the example's columns; empty where they are not known
 */
public record MistakeCard(
    Mistake mistake,
    String label,
    @Nullable String source,
    @Nullable String sure,
    String features) {

  static List<MistakeCard> all(List<Mistake> mistakes, PageTexts texts) {
    return mistakes.stream().map(mistake -> of(mistake, texts)).toList();
  }

  private static MistakeCard of(Mistake mistake, PageTexts texts) {
    ExampleImage image = mistake.image();
    double probability = mistake.probability();
    return new MistakeCard(
        mistake,
        texts.say(
            PageCode.PAGE_MISTAKE_LABEL,
            "row",
            mistake.row(),
            "actual",
            mistake.actual(),
            "predicted",
            mistake.predicted()),
        image == null ? null : Png.source(image),
        Double.isNaN(probability)
            ? null
            : texts.say(PageCode.PAGE_PROBABILITY, "percent", percent(probability)),
        mistake.features().entrySet().stream()
            .map(feature -> feature.getKey() + " " + texts.number(feature.getValue()))
            .collect(Collectors.joining(", ")));
  }

  /** One digit is enough but near certainty, where 100 would be too much said. */
  private static String percent(double probability) {
    double percent = 100 * probability;
    return percent >= 99.95
        ? "> 99.9"
        : String.format(Locale.ROOT, percent >= 99 ? "%.1f" : "%.0f", percent);
  }
}
