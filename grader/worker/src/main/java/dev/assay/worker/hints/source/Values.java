package dev.assay.worker.hints.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Finds what stands in Assay for the strings of Keras: {@code RELU} for {@code "relu"}. */
public final class Values {
  private static final int SHOWN = 4;

  private final Library library;
  private final Map<String, String> abbreviations;

  /**
   * Looks strings up.
   *
   * @param abbreviations Keras's short names, such as {@code mse}, and the whole ones
   */
  public Values(Library library, Map<String, String> abbreviations) {
    this.library = library;
    this.abbreviations = abbreviations;
  }

  /**
   * A value as it is written in Java.
   *
   * @param text the expression
   * @param named the constant or class that it uses
   */
  public record Value(String text, Element named) {
    /** The expression, and the import that it needs and the file lacks. */
    public Code code(Imports imports) {
      return Code.of(text, imports.missing(named));
    }
  }

  /** Returns whether values of this type are constants of Assay, or made by its factories. */
  public boolean isOurs(TypeMirror type) {
    return library.element(type).filter(library.own()::contains).isPresent();
  }

  /** The value of a type that Keras calls by this name. */
  public Optional<Value> of(String keras, TypeMirror type, Imports imports) {
    String plain = Library.plain(keras);
    String name = abbreviations.getOrDefault(plain, plain);
    Optional<Value> constant =
        constants(type).stream()
            .filter(field -> Library.plain(field.toString()).equals(name))
            .findFirst()
            .map(field -> new Value(imports.show(field), field));
    return constant.isPresent() ? constant : made(name, type);
  }

  private Optional<Value> made(String name, TypeMirror type) {
    return library.own().stream()
        .filter(made -> Library.plain(made.getSimpleName().toString()).equals(name))
        .filter(made -> library.isA(made.asType(), type))
        .findFirst()
        .flatMap(made -> library.factories(made).stream().findFirst().map(Values::call));
  }

  /** {@code Adam.defaults()}, or {@code Adam.of(...)} where it takes arguments. */
  private static Value call(ExecutableElement factory) {
    TypeElement type = Imports.owner(factory);
    return new Value(
        "%s.%s(%s)"
            .formatted(
                Imports.nested(type),
                factory.getSimpleName(),
                factory.getParameters().isEmpty() ? "" : "..."),
        type);
  }

  private List<VariableElement> constants(TypeMirror type) {
    return library.constants(field -> library.isA(field.asType(), type));
  }

  /** Lists some values of a type to choose from. */
  public String some(TypeMirror type, Imports imports) {
    List<String> names = constants(type).stream().map(imports::show).toList();
    if (names.isEmpty()) {
      names =
          library.own().stream()
              .filter(made -> made.getKind() != ElementKind.INTERFACE)
              .filter(made -> library.isA(made.asType(), type))
              .flatMap(made -> library.factories(made).stream().limit(1))
              .map(factory -> call(factory).text())
              .toList();
    }
    String some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? some + " ..." : some;
  }
}
