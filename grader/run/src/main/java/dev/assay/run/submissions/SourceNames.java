package dev.assay.run.submissions;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.run.submissions.names.FileKind;
import dev.assay.run.submissions.text.JavaOutline;
import dev.assay.run.submissions.tree.Budget;
import dev.assay.run.submissions.tree.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives sources the names that the compiler asks for, where a browser or a system changed them. */
final class SourceNames {
  /** The sum of the names, as JSON escapes them: they stand in a message to the compiler. */
  private static final int MAX_JSON = 1 << 20;

  private static final int MAX_NAME = 4096;
  private static final int ESCAPE = 6;

  private final Assumptions assumptions;
  private final Map<String, String> settled = new HashMap<>();

  private SourceNames(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /** A source with what it says of itself. */
  private record Outlined(NamedSource source, JavaOutline outline) {
    /** Under its public class's name, or its own without what a browser added. */
    String wanted() {
      String type = outline.publicType();
      return source.folder()
          + (type == null
              ? Objects.requireNonNull(FileKind.javaName(source.file()))
              : type + ".java");
    }

    boolean isWellNamed() {
      return wanted().equals(source.path());
    }
  }

  /** Sources as they are compiled, sorted by name. */
  static List<SourceText> settle(List<NamedSource> sources, Assumptions assumptions) {
    List<Outlined> all =
        sources.stream()
            .map(source -> new Outlined(source, JavaOutline.of(source.text())))
            .sorted(Comparator.comparing((Outlined source) -> !source.isWellNamed()))
            .toList();
    SourceNames names = new SourceNames(assumptions);
    List<SourceText> texts = new ArrayList<>();
    for (Outlined source : names.withoutTests(all)) {
      names.settle(source, texts);
    }
    texts.sort(Comparator.comparing(SourceText::name));
    return texts;
  }

  /** Tests cannot be compiled here; where all are, the compiler says so. */
  private List<Outlined> withoutTests(List<Outlined> sources) {
    if (sources.stream().allMatch(source -> source.outline().isTest())) {
      return sources;
    }
    List<Outlined> kept = new ArrayList<>();
    for (Outlined source : sources) {
      if (source.outline().isTest()) {
        assumptions.add(Sentence.of(NoteCode.TESTS_LEFT_OUT, "path", source.source().path()));
      } else {
        kept.add(source);
      }
    }
    return kept;
  }

  private void settle(Outlined source, List<SourceText> texts) {
    String path = source.source().path();
    String text = source.source().text();
    String wanted = source.wanted();
    String other = settled.get(wanted);
    if (other == null) {
      settled.put(wanted, text);
      texts.add(new SourceText(wanted, text, source.source().archived()));
      if (!source.isWellNamed()) {
        assumptions.add(
            Sentence.of(
                NoteCode.COMPILED_AS,
                "path",
                path,
                "name",
                wanted.substring(source.source().folder().length())));
      }
    } else if (other.equals(text)) {
      assumptions.add(Sentence.of(NoteCode.SAME_FILE_LEFT_OUT, "path", path, "same", wanted));
    } else {
      String free = path;
      for (int number = 2; settled.containsKey(free); number++) {
        free = path + " (" + number + ")";
      }
      settled.put(free, text);
      texts.add(new SourceText(free, text, source.source().archived()));
    }
  }

  /**
   * Bounds what is compiled.
   *
   * @throws Refused when it is too much for a submission
   */
  static void check(String id, List<SourceText> sources) throws Refused {
    long bytes = 0;
    long json = 0;
    for (SourceText source : sources) {
      bytes += source.text().getBytes(StandardCharsets.UTF_8).length;
      json += jsonLength(source.name());
      if (source.name().getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
        json += MAX_JSON;
      }
    }
    if (bytes > Budget.MAX_SOURCE_BYTES) {
      throw new Refused(
          Sentence.of(
              NoteCode.TOO_MANY_JAVA_BYTES, "submission", id, "limit", Budget.MAX_SOURCE_BYTES));
    }
    if (json > MAX_JSON) {
      throw new Refused(
          Sentence.of(NoteCode.JAVA_NAMES_TOO_LONG, "files", sources.size(), "submission", id));
    }
  }

  private static long jsonLength(String name) {
    return name.chars()
        .mapToLong(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\' ? 1 : ESCAPE)
        .sum();
  }
}
