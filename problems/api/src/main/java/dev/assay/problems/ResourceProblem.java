package dev.assay.problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A problem whose texts, {@code statement.md} and {@code Starter.java.txt}, lie beside its class;
 * those in Korean, where there are any, are {@code statement_ko.md} and {@code
 * Starter_ko.java.txt}.
 */
public abstract class ResourceProblem implements Problem {
  private final String id;
  private final String title;
  private final Task task;
  private final List<ProblemVariant> variants;

  protected ResourceProblem(String id, String title, Task task, ProblemVariant... variants) {
    this.id = id;
    this.title = title;
    this.task = task;
    this.variants = List.of(variants);
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final Task task() {
    return task;
  }

  @Override
  public final List<ProblemVariant> variants() {
    return variants;
  }

  @Override
  public final String statement() {
    return resource("statement.md");
  }

  @Override
  public final String starter() {
    return resource("Starter.java.txt");
  }

  @Override
  public final String statement(Locale locale) {
    return isThere(locale, "statement_ko.md") ? resource("statement_ko.md") : statement();
  }

  @Override
  public final String starter(Locale locale) {
    return isThere(locale, "Starter_ko.java.txt") ? resource("Starter_ko.java.txt") : starter();
  }

  @Override
  public final List<String> hints(Locale locale) {
    if (getClass().getResource("hints.md") == null) {
      return List.of();
    }
    return items(resource(isThere(locale, "hints_ko.md") ? "hints_ko.md" : "hints.md"));
  }

  /** The items of a list in Markdown, each in one line. */
  private static List<String> items(String list) {
    List<String> items = new ArrayList<>();
    for (String line : list.lines().toList()) {
      if (line.startsWith("- ")) {
        items.add(line.substring(2));
      } else if (!line.isBlank() && !items.isEmpty()) {
        items.add(items.remove(items.size() - 1) + " " + line.strip());
      }
    }
    return items;
  }

  private boolean isThere(Locale locale, String name) {
    return locale.getLanguage().equals(Locale.KOREAN.getLanguage())
        && getClass().getResource(name) != null;
  }

  private String resource(String name) {
    try (InputStream in = getClass().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("problem %s has no %s".formatted(id, name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
