package dev.assay.worker.hints.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The classes on the answers' class path; everything that a hint names exists there. */
public final class Library {
  /** Packages outside Assay whose classes answers use by their simple names. */
  private static final List<String> OTHERS =
      List.of(
          "java.util",
          "java.util.function",
          "java.util.stream",
          "org.tensorflow",
          "org.tensorflow.op",
          "org.tensorflow.types",
          "org.tensorflow.types.family",
          "org.tensorflow.ndarray");

  private final Elements elements;
  private final Types types;
  private final List<TypeElement> own;

  /**
   * Looks names up.
   *
   * @param names qualified names of Assay's classes on the class path
   */
  public Library(Elements elements, Types types, List<String> names) {
    this.elements = elements;
    this.types = types;
    this.own =
        names.stream()
            .sorted()
            .map(elements::getTypeElement)
            .filter(type -> type != null && isPublic(type))
            .toList();
  }

  private static boolean isPublic(TypeElement type) {
    return type.getModifiers().contains(Modifier.PUBLIC)
        && (!(type.getEnclosingElement() instanceof TypeElement outer) || isPublic(outer));
  }

  /** Letters and digits alone, so that {@code batch_size} equals {@code batchSize}. */
  public static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  public Elements elements() {
    return elements;
  }

  public Types types() {
    return types;
  }

  /** Assay's public types. */
  public List<TypeElement> own() {
    return own;
  }

  /** Assay's types of a simple name. */
  public List<TypeElement> own(String simpleName) {
    return own.stream().filter(type -> type.getSimpleName().contentEquals(simpleName)).toList();
  }

  /** Types of a simple name: Assay's, or without any those of Java and TensorFlow. */
  public List<TypeElement> named(String simpleName) {
    List<TypeElement> ours = own(simpleName);
    return ours.isEmpty()
        ? OTHERS.stream()
            .map(name -> elements.getTypeElement(name + "." + simpleName))
            .filter(type -> type != null && isPublic(type))
            .limit(1)
            .toList()
        : ours;
  }

  /** Public constants of Assay's types. */
  public List<VariableElement> constants(Predicate<VariableElement> condition) {
    List<VariableElement> found = new ArrayList<>();
    for (TypeElement type : own) {
      constants(type).filter(condition).forEach(found::add);
    }
    return found;
  }

  private static Stream<VariableElement> constants(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(
            field ->
                field.getKind() == ElementKind.ENUM_CONSTANT
                    || field
                        .getModifiers()
                        .containsAll(List.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)));
  }

  /** Public static methods that make an object of their class, by the number of arguments. */
  public List<ExecutableElement> factories(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(
            method ->
                method.getModifiers().containsAll(List.of(Modifier.PUBLIC, Modifier.STATIC))
                    && isA(method.getReturnType(), type.asType()))
        .sorted(java.util.Comparator.comparingInt(method -> method.getParameters().size()))
        .toList();
  }

  /** Public methods of a type, its supertypes' included. */
  public List<ExecutableElement> methods(TypeElement type) {
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .toList();
  }

  /** Returns whether a value of one type is accepted where the other is required. */
  public boolean isA(TypeMirror type, TypeMirror wanted) {
    return types.isAssignable(types.erasure(type), types.erasure(wanted));
  }

  /** The class of a type; empty for primitives, arrays and types with errors. */
  public Optional<TypeElement> element(TypeMirror type) {
    return types.asElement(type) instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }
}
