package dev.assay.exam.blueprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads blueprints strictly: an unknown field, a value of another kind or a problem that does not
 * exist is refused, with its line.
 */
public final class BlueprintReader {
  private static final int VERSION = 1;

  /** The problems and variants that a blueprint may name. */
  private final List<String> problems;

  private final List<String> variants;

  /**
   * A reader.
   *
   * @param problems the ids of all problems
   * @param variants the names of all variants of data, with that for an automatic choice
   */
  public BlueprintReader(List<String> problems, List<String> variants) {
    this.problems = List.copyOf(problems);
    this.variants = List.copyOf(variants);
  }

  /**
   * Reads a blueprint.
   *
   * @param name of the file, for messages
   * @throws SentenceException if it is wrong; the message has the file, the line and the reason
   */
  public Blueprint read(String name, String json) throws SentenceException {
    try {
      return blueprint(LocatedJson.parse(json));
    } catch (BlueprintFault e) {
      throw wrong(name, e.line(), e.sentence(), e);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      Sentence reason =
          Sentence.of(FaultCode.OTHER_FAILURE, "reason", String.valueOf(e.getOriginalMessage()));
      throw wrong(name, line, reason, e);
    } catch (IOException e) {
      throw wrong(name, 1, SentenceException.of(e), e);
    }
  }

  private static SentenceException wrong(String name, int line, Sentence reason, Throwable cause) {
    return new SentenceException(
        Sentence.of(FaultCode.BLUEPRINT_WRONG, "file", name, "line", line, "reason", reason),
        cause);
  }

  private Blueprint blueprint(LocatedJson json) throws BlueprintFault {
    BlueprintFields all =
        new BlueprintFields(
            "",
            json,
            "schemaVersion",
            "id",
            "title",
            "minutes",
            "passMark",
            "disclosure",
            "pause",
            "scoring",
            "data",
            "language",
            "categories");
    int version = all.whole("schemaVersion", VERSION, 0, Integer.MAX_VALUE);
    if (version != VERSION) {
      throw new BlueprintFault(
          all.line("schemaVersion"),
          Sentence.of(FaultCode.SETTINGS_VERSION, "version", version, "ours", VERSION));
    }
    return new Blueprint(
        all.id("id"),
        all.label("title"),
        categories(all),
        rules(all),
        data(all.object("data", "variant", "hidden", "sealed", "publicPercent")),
        language(all));
  }

  private static @Nullable Locale language(BlueprintFields all) throws BlueprintFault {
    String language = all.choice("language", List.of("en", "ko"));
    return language == null ? null : Locale.forLanguageTag(language);
  }

  private static ExamRules rules(BlueprintFields all) throws BlueprintFault {
    BlueprintFields scoring = all.object("scoring", "rule", "repeats");
    RepeatRule rule = scoring.choice("rule", RepeatRule.ONE);
    int repeats =
        rule == RepeatRule.ONE
            ? scoring.whole("repeats", 1, 1, 1)
            : scoring.whole("repeats", 3, 2, ExamRules.MOST_REPEATS);
    if (!all.has("minutes")) {
      throw new BlueprintFault(
          all.line(""), Sentence.of(FaultCode.SETTINGS_FIELD_MISSING, "field", "minutes"));
    }
    return new ExamRules(
        all.whole("minutes", 1, 1, ExamRules.MOST_MINUTES),
        all.percent("passMark", 90),
        all.choice("disclosure", Disclosure.EACH),
        all.flag("pause"),
        rule,
        repeats);
  }

  private DataPlan data(BlueprintFields fields) throws BlueprintFault {
    HiddenKind kind = fields.choice("hidden", HiddenKind.PUBLISHED);
    String variant = fields.choice("variant", variants);
    int publicPercent = fields.whole("publicPercent", DataPlan.PUBLIC_PERCENT, 10, 100);
    if (publicPercent > 90 && publicPercent != DataPlan.NO_SPLIT) {
      fields.whole("publicPercent", 0, 10, 90);
    }
    List<DataPlan.SealedFile> sealed = new ArrayList<>();
    if (kind == HiddenKind.SEALED) {
      for (LocatedJson element : fields.list("sealed")) {
        BlueprintFields file =
            fields.element("sealed", sealed.size(), element, "problem", "file", "keyFile");
        String problem = file.text("problem");
        checkProblem(problem, file.line("problem"));
        sealed.add(new DataPlan.SealedFile(problem, file.text("file"), file.text("keyFile")));
      }
    } else if (fields.has("sealed")) {
      throw new BlueprintFault(
          fields.line("sealed"), Sentence.of(FaultCode.BLUEPRINT_SEALED_UNUSED));
    }
    return new DataPlan(variant == null ? variants.get(0) : variant, kind, sealed, publicPercent);
  }

  private List<Category> categories(BlueprintFields all) throws BlueprintFault {
    List<Category> categories = new ArrayList<>();
    for (LocatedJson element : all.list("categories")) {
      BlueprintFields fields =
          all.element(
              "categories", categories.size(), element, "title", "problems", "weight", "attempts");
      categories.add(
          new Category(
              fields.label("title"),
              problems(fields),
              fields.positive("weight", 1),
              fields.whole("attempts", Category.ATTEMPTS, 1, 1000)));
    }
    Optional<List<String>> drawn = Drawing.draw(categories, 0);
    if (drawn.isEmpty()) {
      throw new BlueprintFault(
          all.line("categories"),
          Sentence.of(FaultCode.BLUEPRINT_TOO_FEW, "categories", categories.size()));
    }
    return categories;
  }

  private List<String> problems(BlueprintFields fields) throws BlueprintFault {
    List<String> ids = new ArrayList<>();
    for (LocatedJson element : fields.list("problems")) {
      String id = fields.element("problems", ids.size(), element);
      checkProblem(id, element.line());
      if (ids.contains(id)) {
        throw new BlueprintFault(
            element.line(), Sentence.of(FaultCode.SETTINGS_PROBLEM_REPEATED, "problem", id));
      }
      ids.add(id);
    }
    return ids;
  }

  private void checkProblem(String id, int line) throws BlueprintFault {
    if (!problems.contains(id)) {
      throw new BlueprintFault(
          line, Sentence.of(FaultCode.BLUEPRINT_PROBLEM, "problem", id, "known", problems));
    }
  }
}
