package dev.assay.similarity.choices;

import dev.assay.similarity.choices.Comments.Comment;
import dev.assay.similarity.choices.Shape.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the choices of one file. */
final class FileChoices {
  /** Fewer letters are in the comments of many. */
  private static final int LEAST_LETTERS = 8;

  /** Words in a row that are compared where a comment was changed. */
  private static final int WORDS = 4;

  /** Parts of a form that many write without each other. */
  private static final int LEAST_SIZE = 6;

  /** Numbers are about the same when they are in one of two bins that are so wide, as a factor. */
  private static final double BIN = Math.log(1.16);

  private static final int MOST_SHOWN = 80;
  private static final int MOST_READ = 400;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final int file;
  private final String text;
  private final int[] lineEnds;
  private final Map<Choice, Place> places;
  private final Set<String> roles;

  /**
   * Takes a file.
   *
   * @param file its number
   * @param text its content
   * @param places takes each choice with its first place
   * @param roles takes each role that has a number
   */
  FileChoices(int file, String text, Map<Choice, Place> places, Set<String> roles) {
    this.file = file;
    this.text = text;
    this.places = places;
    this.roles = roles;
    lineEnds = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').toArray();
  }

  /** Adds comments, and their rows of words. */
  void comments() {
    for (Comment comment : Comments.of(text)) {
      List<String> words = comment.words();
      String whole = String.join(" ", words);
      if (whole.length() < LEAST_LETTERS) {
        continue;
      }
      Place place = place(comment.start(), comment.end(), comment.shown());
      add(new Choice(ChoiceKind.COMMENT, whole), place);
      for (int first = 0; first + WORDS <= words.size(); first++) {
        String row = String.join(" ", words.subList(first, first + WORDS));
        add(new Choice(ChoiceKind.COMMENT, row), place);
      }
    }
  }

  /** Adds all of a parsed file. */
  void code(Shape shape) {
    shape(shape, "");
  }

  private void shape(Shape shape, String role) {
    switch (shape.form()) {
      case NUMBER -> number(shape, role);
      case TEXT -> text(shape);
      case METHOD, VARIABLE, TYPE -> name(shape);
      case DEAD_METHOD, DEAD_VARIABLE -> {
        name(shape);
        add(new Choice(ChoiceKind.DEAD_CODE, shape.digest()), place(shape));
      }
      default -> {}
    }
    if (shape.size() >= LEAST_SIZE && shape.form() != Form.TYPE && shape.form() != Form.OTHER) {
      add(new Choice(ChoiceKind.FORM, shape.digest()), place(shape));
    }
    for (int child = 0; child < shape.children().size(); child++) {
      shape(shape.children().get(child), childRole(shape, child, role));
    }
  }

  private static String childRole(Shape shape, int child, String role) {
    return switch (shape.form()) {
      case LINK -> shape.label() + "/" + child;
      case VARIABLE, DEAD_VARIABLE -> "=";
      default -> role;
    };
  }

  private void number(Shape shape, String role) {
    String value = String.valueOf(shape.own());
    String under = role.isEmpty() ? "number" : role;
    roles.add(under);
    Place place = place(shape.start(), shape.end(), context(role) + literal(shape));
    add(new Choice(ChoiceKind.NUMBER, under + " " + value, under), place);
    double number = Double.parseDouble(value);
    if (number != 0 && Double.isFinite(number)) {
      double bin = Math.log(Math.abs(number)) / BIN;
      for (double shift : new double[] {0, 0.5}) {
        String key =
            String.format(
                Locale.ROOT,
                "%s %s%.1f",
                under,
                number < 0 ? "-" : "",
                Math.floor(bin + shift) - shift);
        add(new Choice(ChoiceKind.NEAR_NUMBER, key, under), place);
      }
    }
  }

  /** What the number is an argument of, for people. */
  private static String context(String role) {
    return role.contains("/") ? role.substring(0, role.indexOf('/')) + " " : "";
  }

  private String literal(Shape shape) {
    return text.substring(shape.start(), shape.end());
  }

  private void text(Shape shape) {
    String own = String.valueOf(shape.own()).strip();
    if (own.length() >= LEAST_LETTERS) {
      add(new Choice(ChoiceKind.TEXT, own.toLowerCase(Locale.ROOT)), place(shape));
    }
  }

  private void name(Shape shape) {
    String own = shape.own();
    if (own != null && own.length() > 2 && !own.startsWith("<")) {
      Place whole = place(shape);
      add(
          new Choice(ChoiceKind.NAME, own.toLowerCase(Locale.ROOT)),
          new Place(file, whole.start(), whole.start() + 1, whole.line(), own));
    }
  }

  private Place place(Shape shape) {
    int shown = Math.min(shape.end(), shape.start() + MOST_READ);
    return place(shape.start(), shape.end(), text.substring(shape.start(), shown));
  }

  private Place place(int start, int end, String words) {
    String line = BLANKS.matcher(words.strip()).replaceAll(" ");
    String shown = line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + " ...";
    return new Place(file, start, end, lineOf(start), shown);
  }

  private int lineOf(int start) {
    int found = Arrays.binarySearch(lineEnds, start);
    return 1 + (found < 0 ? -found - 1 : found);
  }

  private void add(Choice choice, Place place) {
    places.putIfAbsent(choice, place);
  }
}
