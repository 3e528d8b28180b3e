package dev.assay.similarity.simulated;

import dev.assay.similarity.answers.ComparedAnswer;
import dev.assay.similarity.answers.ComparedFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A class in which it is known who copied.
 *
 * @param answers in an order that says nothing
 * @param copies the ids of an original and its copy, the lesser first
 */
public record SimulatedClass(List<ComparedAnswer> answers, Set<List<String>> copies) {
  static final Pattern NUMBER = Pattern.compile("#(-?[0-9.E-]+)#");
  private static final Pattern NAME = Pattern.compile("@(\\w+)@");

  private static final int FAMILIES = 30;
  private static final double THOROUGH = 0.25;

  /**
   * Draws a class.
   *
   * @param seed the same seed gives the same class
   * @param size how many answers there are, copies among them
   * @param copied how many are copies, each of another original
   */
  public static SimulatedClass of(long seed, int size, int copied) {
    Random random = new Random(seed);
    List<Family> families = new ArrayList<>();
    for (int i = 0; i < FAMILIES; i++) {
      families.add(new Family(random));
    }
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < size - copied; i++) {
      drafts.add(families.get(i % FAMILIES).member(random));
    }
    List<Integer> originals = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      originals.add(i);
    }
    Collections.shuffle(originals, random);
    for (int i = 0; i < copied; i++) {
      Copier copier = new Copier(random, random.nextDouble() < THOROUGH);
      drafts.add(copier.copy(drafts.get(originals.get(i))));
    }
    return named(drafts, originals.subList(0, copied), random);
  }

  private static SimulatedClass named(List<Draft> drafts, List<Integer> originals, Random random) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      ids.add(String.format(Locale.ROOT, "student%03d", i));
    }
    Collections.shuffle(ids, random);
    List<ComparedAnswer> answers = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      String text = written(drafts.get(i).source(), random);
      answers.add(new ComparedAnswer(ids.get(i), List.of(new ComparedFile("A.java", text))));
    }
    Set<List<String>> copies = new HashSet<>();
    for (int i = 0; i < originals.size(); i++) {
      int copy = drafts.size() - originals.size() + i;
      copies.add(List.of(ids.get(originals.get(i)), ids.get(copy)).stream().sorted().toList());
    }
    answers.sort(Comparator.comparing(ComparedAnswer::id));
    return new SimulatedClass(List.copyOf(answers), copies);
  }

  /** Replaces the marks: every author has names of their own, so that a copy is renamed. */
  private static String written(String marked, Random random) {
    Words words = new Words(random);
    Map<String, String> names = new HashMap<>();
    String text =
        NAME.matcher(marked)
            .replaceAll(name -> names.computeIfAbsent(name.group(1), key -> words.name()));
    return NUMBER
        .matcher(text)
        .replaceAll(
            number -> {
              double value = Double.parseDouble(number.group(1));
              return value == Math.rint(value) ? Long.toString((long) value) : "" + value;
            });
  }
}
