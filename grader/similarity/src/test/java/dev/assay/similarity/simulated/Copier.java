package dev.assay.similarity.simulated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Copies an answer and hides it: by another order, other numbers, and other comments. */
final class Copier {
  private final Random random;
  private final Words words;
  private final boolean thorough;

  /**
   * Takes a way of copying.
   *
   * @param thorough whether all comments go and nearly all numbers change
   */
  Copier(Random random, boolean thorough) {
    this.random = random;
    words = new Words(random);
    this.thorough = thorough;
  }

  Draft copy(Draft draft) {
    List<String> callbacks = shuffled(draft.callbacks);
    return new Draft(
        draft.style,
        changed(draft.layers),
        changed(List.of(draft.optimizer)).get(0),
        shuffled(changed(draft.planLinks)),
        changed(callbacks),
        shuffled(changed(draft.statements)),
        shuffled(changed(draft.helpers)),
        comments(draft.comments));
  }

  private List<String> shuffled(List<String> list) {
    List<String> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  private List<String> changed(List<String> parts) {
    return parts.stream().map(this::jittered).toList();
  }

  private String jittered(String part) {
    return SimulatedClass.NUMBER
        .matcher(part)
        .replaceAll(
            match -> {
              double value = Double.parseDouble(match.group(1));
              boolean change = words.chance(thorough ? 0.9 : 0.5);
              return Words.mark(change ? words.jittered(value, 0.06) : value);
            });
  }

  private List<String> comments(List<String> comments) {
    List<String> copy = new ArrayList<>();
    for (String comment : comments) {
      if (!thorough && words.chance(0.65)) {
        copy.add(words.chance(0.4) ? words.edited(comment) : comment);
      }
    }
    return copy;
  }
}
