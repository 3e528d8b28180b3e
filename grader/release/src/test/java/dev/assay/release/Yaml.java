package dev.assay.release;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads YAML, in which a key may stand once, and the expressions in it. */
final class Yaml {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");
  private static final Pattern NAME =
      Pattern.compile("\\b((?:inputs|steps|runner|github)\\.[\\w.-]+)");

  private Yaml() {}

  static JsonNode read(Path file) throws IOException {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    return mapper.readTree(Files.readString(file));
  }

  static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The names in all expressions of a text, such as {@code inputs.data}. */
  static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    Matcher expressions = EXPRESSION.matcher(text);
    while (expressions.find()) {
      Matcher name = NAME.matcher(expressions.group(1));
      while (name.find()) {
        names.add(name.group(1));
      }
    }
    return names;
  }
}
