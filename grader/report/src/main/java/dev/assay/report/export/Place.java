package dev.assay.report.export;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A line of a source file that something is said about.
 *
 * @param file its path in the submission
 * @param line from 1
 * @param text what is said
 */
public record Place(String file, int line, String text) {
  /** Finds the places that sentences name, also in sentences within them. */
  public static List<Place> in(List<Sentence> sentences, Catalogue texts) {
    List<Place> places = new ArrayList<>();
    sentences.forEach(sentence -> add(sentence, texts, places));
    return places;
  }

  private static void add(Object value, Catalogue texts, List<Place> places) {
    if (value instanceof List<?> list) {
      list.forEach(element -> add(element, texts, places));
    } else if (value instanceof Sentence sentence) {
      Map<String, Object> arguments = sentence.arguments();
      if (arguments.get("file") instanceof String file
          && arguments.get("line") instanceof Long line
          && line >= 1
          && line <= Integer.MAX_VALUE
          && !file.isBlank()) {
        places.add(new Place(file, line.intValue(), sentence.text(texts)));
      } else {
        arguments.values().forEach(argument -> add(argument, texts, places));
      }
    }
  }
}
