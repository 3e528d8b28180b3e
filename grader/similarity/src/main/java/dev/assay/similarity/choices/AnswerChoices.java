package dev.assay.similarity.choices;

import dev.assay.similarity.answers.ComparedAnswer;
import dev.assay.similarity.answers.ComparedFile;
import dev.assay.similarity.answers.ComparedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All choices of an answer.
 *
 * @param answer whose they are
 * @param places where each choice stands first
 * @param roles the roles that have a number
 */
public record AnswerChoices(ComparedAnswer answer, Map<Choice, Place> places, Set<String> roles) {
  /** Two seconds: how exact the times in a zip are. */
  private static final long ZIP_TICK_SECONDS = 2;

  // Choices that are in no file have places of their own; dates of one zip are one choice.
  private static final int GRAPH = -1;
  private static final int PLAN = -2;
  private static final int ARCHIVE = -3;

  /** Answers that are parsed together, so that their shapes are not there for a whole class. */
  private static final int TOGETHER = 50;

  /** What is read of an answer: equal ones have the same choices. */
  private record Content(List<ComparedFile> files, List<ComparedModel> models) {
    static Content of(ComparedAnswer answer) {
      return new Content(answer.files(), answer.models());
    }
  }

  /** Reads answers, in their order. */
  public static List<AnswerChoices> of(List<ComparedAnswer> answers) {
    Map<Content, AnswerChoices> read = new HashMap<>();
    Map<Choice, Choice> known = new HashMap<>();
    List<ComparedAnswer> different = new ArrayList<>();
    Set<Content> contents = new HashSet<>();
    for (ComparedAnswer answer : answers) {
      if (contents.add(Content.of(answer))) {
        different.add(answer);
      }
    }
    for (int first = 0; first < different.size(); first += TOGETHER) {
      List<ComparedAnswer> some =
          different.subList(first, Math.min(different.size(), first + TOGETHER));
      List<List<Shape>> shapes = SourceParser.parse(some);
      for (int i = 0; i < some.size(); i++) {
        read.put(Content.of(some.get(i)), of(some.get(i), shapes.get(i), known));
      }
    }
    return answers.stream()
        .map(answer -> Objects.requireNonNull(read.get(Content.of(answer))).of(answer))
        .toList();
  }

  /** The same choices of an equal answer. */
  private AnswerChoices of(ComparedAnswer equal) {
    return new AnswerChoices(equal, places, roles);
  }

  private static AnswerChoices of(
      ComparedAnswer answer, List<Shape> shapes, Map<Choice, Choice> known) {
    Map<Choice, Place> places = new LinkedHashMap<>();
    Set<String> roles = new HashSet<>();
    for (int file = 0; file < answer.files().size(); file++) {
      FileChoices reader = new FileChoices(file, answer.files().get(file).text(), places, roles);
      reader.comments();
      if (file < shapes.size()) {
        reader.code(shapes.get(file));
      }
      addFile(places, answer.files().get(file), file);
    }
    answer.models().forEach(model -> addModel(places, model));
    Map<Choice, Place> shared = new LinkedHashMap<>();
    places.forEach(
        (choice, place) -> shared.put(known.computeIfAbsent(choice, same -> same), place));
    return new AnswerChoices(answer, shared, roles);
  }

  private static void addFile(Map<Choice, Place> places, ComparedFile file, int number) {
    Place place = new Place(number, 0, file.text().length(), 1, file.name());
    String key = Digest.of(file.text());
    places.putIfAbsent(new Choice(ChoiceKind.FILE, key), place);
    if (file.archived() != null) {
      long tick = file.archived().getEpochSecond() / ZIP_TICK_SECONDS;
      places.putIfAbsent(
          new Choice(ChoiceKind.DATE, Long.toString(tick)),
          new Place(ARCHIVE, 0, 1, 0, file.archived().toString()));
    }
  }

  private static void addModel(Map<Choice, Place> places, ComparedModel model) {
    String problem = model.problem();
    places.put(
        new Choice(ChoiceKind.GRAPH, problem + " " + model.graph()), nowhere(GRAPH, problem));
    places.put(new Choice(ChoiceKind.PLAN, problem + " " + model.plan()), nowhere(PLAN, problem));
  }

  private static Place nowhere(int file, String problem) {
    return new Place(file, 0, 0, 0, problem);
  }
}
