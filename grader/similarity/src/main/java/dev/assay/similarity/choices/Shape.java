package dev.assay.similarity.choices;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a source without the names that its author gave and without its numbers and texts.
 *
 * @param form what it is
 * @param label what it says beyond that, such as the name of a method of the library
 * @param children its parts
 * @param start its first character
 * @param end the character after its last
 * @param own what the author wrote there: a name, a number, a text; null elsewhere
 * @param size how many parts it has, itself among them
 * @param digest equal for equal shapes
 */
record Shape(
    Form form,
    String label,
    List<Shape> children,
    int start,
    int end,
    @Nullable String own,
    int size,
    String digest) {
  /** What a part is. */
  enum Form {
    /** A chain of calls, whose links have no order. */
    CHAIN,
    /** A link of a chain; its children are the arguments. */
    LINK,
    /** A statement; those of a block have no order. */
    STATEMENT,
    /** A method. */
    METHOD,
    /** A method that nothing calls. */
    DEAD_METHOD,
    /** A variable. */
    VARIABLE,
    /** A variable that nothing reads. */
    DEAD_VARIABLE,
    /** A class, an interface or a record; its members have no order. */
    TYPE,
    /** A number. */
    NUMBER,
    /** A text between quotation marks. */
    TEXT,
    /** Anything else. */
    OTHER
  }

  /** A part with its children in their order. */
  static Shape of(
      Form form, String label, List<Shape> children, int start, int end, @Nullable String own) {
    return of(form, label, children, start, end, own, false);
  }

  /** A part whose children have no order. */
  static Shape unordered(
      Form form, String label, List<Shape> children, int start, int end, @Nullable String own) {
    return of(form, label, children, start, end, own, true);
  }

  private static Shape of(
      Form form,
      String label,
      List<Shape> children,
      int start,
      int end,
      @Nullable String own,
      boolean sorted) {
    var digests = children.stream().map(Shape::digest);
    String inside = (sorted ? digests.sorted() : digests).collect(Collectors.joining(","));
    int size = 1 + children.stream().mapToInt(Shape::size).sum();
    String digest = Digest.of(kind(form) + label + "(" + inside + ")");
    return new Shape(form, label, List.copyOf(children), start, end, own, size, digest);
  }

  /** Whether something is used is no part of its shape. */
  private static String kind(Form form) {
    return switch (form) {
      case DEAD_METHOD -> Form.METHOD.name();
      case DEAD_VARIABLE -> Form.VARIABLE.name();
      default -> form.name();
    };
  }
}
