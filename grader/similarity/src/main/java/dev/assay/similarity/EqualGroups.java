package dev.assay.similarity;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.similarity.answers.ComparedModel;
import dev.assay.similarity.choices.AnswerChoices;
import dev.assay.similarity.choices.Choice;
import dev.assay.similarity.choices.ChoiceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds answers with equal models, after renaming, and with equal files. */
final class EqualGroups {
  private EqualGroups() {}

  /** All groups of two and more, the smallest first: it is the rarest. */
  static List<EqualGroup> of(List<AnswerChoices> answers, Set<Choice> given) {
    Map<String, Set<String>> models = new TreeMap<>();
    Map<String, String> problems = new TreeMap<>();
    Map<String, Set<String>> files = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (AnswerChoices answer : answers) {
      String id = answer.answer().id();
      for (ComparedModel model : answer.answer().models()) {
        String key = model.problem() + " " + model.graph() + " " + model.plan();
        problems.put(key, model.problem());
        models.computeIfAbsent(key, unused -> new TreeSet<>()).add(id);
      }
      answer
          .places()
          .forEach(
              (choice, place) -> {
                if (choice.kind() == ChoiceKind.FILE && !given.contains(choice)) {
                  names.putIfAbsent(choice.key(), place.shown());
                  files.computeIfAbsent(choice.key(), unused -> new TreeSet<>()).add(id);
                }
              });
    }
    List<EqualGroup> groups = new ArrayList<>();
    add(
        groups,
        files,
        key -> Sentence.of(NoteCode.EQUAL_FILES, "name", Objects.requireNonNull(names.get(key))));
    add(
        groups,
        models,
        key ->
            Sentence.of(
                NoteCode.EQUAL_MODELS, "problem", Objects.requireNonNull(problems.get(key))));
    groups.sort(Comparator.comparingInt(group -> group.answers().size()));
    return groups;
  }

  private static void add(
      List<EqualGroup> groups, Map<String, Set<String>> ids, Function<String, Sentence> what) {
    ids.forEach(
        (key, members) -> {
          if (members.size() > 1) {
            groups.add(new EqualGroup(what.apply(key), List.copyOf(members)));
          }
        });
  }
}
