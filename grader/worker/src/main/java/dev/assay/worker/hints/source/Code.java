package dev.assay.worker.hints.source;

import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Java to write in place of an error.
 *
 * @param text an expression; or a sentence, where there are several to choose from
 * @param imports the lines that it needs and the file lacks
 */
public record Code(Object text, Set<String> imports) {
  public Code {
    imports = new LinkedHashSet<>(imports);
  }

  /** An expression with the imports that it lacks. */
  public static Code of(String text, Stream<Optional<String>> imports) {
    return new Code(
        text,
        imports.flatMap(Optional::stream).collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /** An expression with the import that it lacks. */
  public static Code of(String text, Optional<String> lacking) {
    return of(text, Stream.of(lacking));
  }

  /** Several expressions to choose from, with the import that they lack. */
  public static Code anyOf(List<String> texts, Optional<String> lacking) {
    return new Code(
        Sentence.of(HintCode.CODE_CHOICE, "codes", texts), lacking.map(Set::of).orElse(Set.of()));
  }

  /** Argument of a sentence: the code, with its imports in brackets. */
  public Object argument() {
    return imports.isEmpty()
        ? text
        : Sentence.of(
            HintCode.CODE_WITH_IMPORTS, "code", text, "imports", String.join(" ", imports));
  }

  /** The number of characters that people read. */
  public int length() {
    return argument().toString().length();
  }
}
