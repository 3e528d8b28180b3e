package dev.assay.worker.hints;

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
  public Optional<String> hint(Site site) {
    return what(site)
        .map(what -> "Answers are compiled as Java 17, which has no %s.".formatted(what));
  }

  private static Optional<String> what(Site site) {
    String line = site.source().line(site.line());
    if (MODULE.matcher(line).matches()) {
      return Optional.of("module imports: import each class by its name");
    }
    if (MAIN.matcher(line).matches() && site.source().openBefore(site.start()).isEmpty()) {
      return Optional.of("methods outside a class: put the method into one");
    }
    if (site.code().equals("illegal.esc.char") && TEMPLATE.matcher(line).find()) {
      return Optional.of("string templates: join with + or use String.format");
    }
    if (isUnderscore(site)) {
      return Optional.of("unnamed variables: give _ a name");
    }
    if (isPattern(site, line)) {
      return Optional.of(
          "patterns in switch and no record patterns: use instanceof with one name and if");
    }
    return site.is(NOT_SUPPORTED) ? Optional.of(feature(site)) : Optional.empty();
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
  private static String feature(Site site) {
    String first = site.message().lines().findFirst().orElse("");
    return first.replaceFirst("\\s+(is|are)\\s+(a preview feature|not supported).*", "");
  }
}
