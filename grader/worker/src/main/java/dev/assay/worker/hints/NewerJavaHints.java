package dev.assay.worker.hints;

import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Site;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names Java 17 where a file is written in a newer Java, whichever javac reads it. */
final class NewerJavaHints implements Family {
  private static final Set<String> NOT_SUPPORTED =
      Set.of(
          "preview.feature.disabled",
          "preview.feature.disabled.plural",
          "preview.feature.disabled.classfile",
          "feature.not.supported.in.source",
          "feature.not.supported.in.source.plural");

  private static final Pattern RECORD_PATTERN =
      Pattern.compile("\\b(instanceof|case)\\s+[A-Z][\\w.]*(<[^>]*>)?\\s*\\(.*");
  private static final Pattern PATTERN_GUARD =
      Pattern.compile("\\bcase\\s+[A-Z]\\w*\\s+\\w+\\s+when\\b.*");
  private static final Pattern TEMPLATE = Pattern.compile("\\b[A-Z]\\w*\\.\"");
  private static final Pattern MODULE = Pattern.compile("\\s*import\\s+module\\s.*");
  private static final Pattern MAIN = Pattern.compile("\\s*(static\\s+)?void\\s+main\\s*\\(.*");

  @Override
  public Optional<Sentence> hint(Site site) {
    return feature(site)
        .map(feature -> Sentence.of(HintCode.NEWER_JAVA, "feature", feature, "name", name(site)));
  }

  /** The feature that the catalogue has advice on, or else {@code OTHER}. */
  private static Optional<String> feature(Site site) {
    String line = site.source().line(site.line());
    if (MODULE.matcher(line).matches()) {
      return Optional.of("MODULE_IMPORTS");
    }
    if (MAIN.matcher(line).matches() && site.source().openBefore(site.start()).isEmpty()) {
      return Optional.of("TOP_LEVEL_METHODS");
    }
    if (site.code().equals("illegal.esc.char") && TEMPLATE.matcher(line).find()) {
      return Optional.of("STRING_TEMPLATES");
    }
    if (isUnderscore(site)) {
      return Optional.of("UNNAMED_VARIABLES");
    }
    if (isPattern(site, line)) {
      return Optional.of("PATTERNS");
    }
    return site.is(NOT_SUPPORTED) ? Optional.of("OTHER") : Optional.empty();
  }

  private static boolean isUnderscore(Site site) {
    boolean named = site.source().wordAt(site.position()).equals("_");
    return site.code().startsWith("underscore.as.identifier")
        || site.code().equals("use.of.underscore.not.allowed")
        || (site.is(NOT_SUPPORTED) && named);
  }

  private static boolean isPattern(Site site, String line) {
    boolean syntax =
        site.is(NOT_SUPPORTED)
            || site.code().startsWith("expected")
            || site.code().equals("not.stmt");
    boolean patterned = RECORD_PATTERN.matcher(line).find() || PATTERN_GUARD.matcher(line).find();
    return (syntax && patterned)
        || (site.is(NOT_SUPPORTED) && line.matches(".*\\b(case|switch)\\b.*"));
  }

  /** javac's name of the feature without its advice, which nobody here can follow. */
  private static String name(Site site) {
    String first = site.message().lines().findFirst().orElse("");
    return first.replaceFirst("\\s+(is|are)\\s+(a preview feature|not supported).*", "");
  }
}
