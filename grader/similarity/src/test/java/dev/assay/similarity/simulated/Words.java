package dev.assay.similarity.simulated;

import java.util.List;
import java.util.Random;

/** Draws words, names and numbers as students do: most are common, some are odd. */
record Words(Random random) {
  private static final List<String> WHO =
      List.of(
          "we",
          "i",
          "this",
          "the model",
          "it",
          "the network",
          "one",
          "my first try",
          "the data",
          "a bigger net");
  private static final List<String> DOES =
      List.of(
          "needs",
          "uses",
          "wants",
          "has",
          "learns",
          "tries",
          "gets",
          "keeps",
          "forgets",
          "should have",
          "prefers");
  private static final List<String> WHAT =
      List.of(
          "more units",
          "a smaller rate",
          "fewer epochs",
          "some noise",
          "two layers",
          "scaled inputs",
          "a softmax",
          "less dropout",
          "the mean",
          "all four columns",
          "an early stop",
          "a good seed",
          "the petals");
  private static final List<String> WHY =
      List.of(
          "because the loss jumped",
          "or it overfits",
          "see lecture three",
          "as in the book",
          "for now",
          "that was better",
          "dont ask me why",
          "works on my laptop",
          "so it converges",
          "after many tries",
          "which took hours",
          "to be safe",
          "but not too much");
  private static final List<String> COMMON =
      List.of(
          "build the model",
          "the training plan",
          "stop early when it does not improve",
          "output layer",
          "hidden layer with relu",
          "compile with adam");
  private static final List<String> ADJECTIVES =
      List.of(
          "big", "my", "small", "first", "final", "good", "hidden", "inner", "deep", "wide", "tmp",
          "best", "real");
  private static final List<String> NOUNS =
      List.of(
          "Net", "Model", "Layer", "Units", "Size", "Rate", "Block", "Stack", "Part", "Width",
          "Factor", "Count");

  String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A comment: one that many write, or a sentence of one's own. */
  String comment() {
    return chance(0.3) ? pick(COMMON) : sentence();
  }

  String sentence() {
    return pick(WHO) + " " + pick(DOES) + " " + pick(WHAT) + " " + pick(WHY);
  }

  /** The sentence with some words replaced. */
  String edited(String sentence) {
    String[] words = sentence.split(" ");
    for (int i = 0; i < words.length; i++) {
      if (chance(0.3)) {
        words[i] = pick(List.of("maybe", "really", "then", "also", "better", "here", "always"));
      }
    }
    return String.join(" ", words);
  }

  String name() {
    String name = pick(ADJECTIVES) + pick(NOUNS);
    if (chance(0.15)) {
      int at = 1 + random.nextInt(name.length() - 2);
      return name.substring(0, at) + name.substring(at + 1);
    }
    return chance(0.2) ? name + random.nextInt(10) : name;
  }

  /** A number near a usual one, or the usual one: {@code odd} is the share of the first. */
  String number(List<Double> usual, double odd) {
    double value = usual.get(random.nextInt(usual.size()));
    return mark(chance(odd) ? jittered(value, 0.45) : value);
  }

  /** Changes a number by up to a share, and a whole one to a whole one. */
  double jittered(double value, double share) {
    double changed = value * (1 + share * (2 * random.nextDouble() - 1));
    if (value == Math.rint(value) && Math.abs(value) >= 1) {
      double whole = Math.rint(changed);
      return whole == value && value > 4 ? value + 1 : whole;
    }
    double scale = Math.pow(10, Math.floor(Math.log10(Math.abs(changed))) - 1);
    return Math.rint(changed / scale) * scale;
  }

  static String mark(double value) {
    return "#" + value + "#";
  }
}
