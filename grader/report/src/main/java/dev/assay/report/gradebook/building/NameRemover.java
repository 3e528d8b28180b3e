package dev.assay.report.gradebook.building;

import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.report.Judgement;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a pseudonym in the place of somebody's names where they stand in sentences. */
final class NameRemover {
  /** Shorter ones are parts of too many words, and tell too little. */
  private static final int SHORTEST = 3;

  private final Pattern names;
  private final String pseudonym;

  /**
   * A remover of names.
   *
   * @param names whole words, whatever their case; null and short ones are left alone
   */
  NameRemover(Collection<@Nullable String> names, String pseudonym) {
    String all =
        names.stream()
            .filter(Objects::nonNull)
            .filter(name -> name.strip().length() >= SHORTEST)
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    this.names =
        Pattern.compile(
            all.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}])(?:" + all + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.pseudonym = Matcher.quoteReplacement(pseudonym);
  }

  /** The same judgement without the names. */
  Judgement from(Judgement judgement) {
    return new Judgement(
        judgement.verdict(),
        judgement.reasons().stream().map(this::from).toList(),
        judgement.points(),
        judgement.maxPoints(),
        judgement.findings().stream()
            .map(
                finding ->
                    new Finding(finding.code(), finding.severity(), from(finding.arguments())))
            .toList());
  }

  private Sentence from(Sentence sentence) {
    return new Sentence(sentence.code(), from(sentence.arguments()));
  }

  private Map<String, Object> from(Map<String, Object> arguments) {
    Map<String, Object> without = new TreeMap<>();
    arguments.forEach((key, value) -> without.put(key, from(value)));
    return without;
  }

  private Object from(Object value) {
    if (value instanceof String text) {
      return names.matcher(text).replaceAll(pseudonym);
    } else if (value instanceof Sentence sentence) {
      return from(sentence);
    } else if (value instanceof List<?> list) {
      return list.stream().map(element -> from((Object) element)).toList();
    }
    return value;
  }
}
