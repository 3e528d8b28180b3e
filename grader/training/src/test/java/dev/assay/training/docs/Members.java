package dev.assay.training.docs;

import static java.util.stream.Collectors.joining;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import dev.assay.training.docs.ClassDoc.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * The public members of a class as rows.
 *
 * @param type the class
 */
record Members(ClassReader reader, TypeElement type) {

  /** Of an enum or an interface. */
  List<Row> constants() {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> field.getModifiers().contains(PUBLIC))
        .map(field -> new Row(type.getSimpleName() + "." + field.getSimpleName(), constant(field)))
        .toList();
  }

  private String constant(VariableElement field) {
    String text = reader.markdown(field).line();
    return text.isEmpty() && !reader.same(field.asType(), type.asType())
        ? reader.kind(field)
        : text;
  }

  /** What gives an object of the class: constants of its parents, and static methods. */
  List<Row> makers() {
    return Stream.concat(
            reader.constants(type).map(field -> new Row(qualified(field), reader.home(field))),
            statics(method -> reader.isPage(method.getReturnType()))
                .map(method -> row(qualified(method), method, made(method))))
        .toList();
  }

  /** Other static methods. */
  List<Row> functions() {
    return statics(method -> !reader.isPage(method.getReturnType()))
        .map(method -> row(qualified(method), method, words(method)))
        .toList();
  }

  private static String qualified(Element member) {
    return ClassReader.owner(member).getSimpleName() + "." + member.getSimpleName();
  }

  /** A maker that says nothing is told by the parameters that it takes. */
  private String made(ExecutableElement method) {
    String text = reader.markdown(method).line();
    if (!text.isEmpty()) {
      return text;
    }
    return method.getParameters().isEmpty()
        ? "With its defaults."
        : method.getParameters().stream()
            .map(argument -> inherited(argument.getSimpleName().toString()))
            .filter(words -> !words.isEmpty())
            .collect(joining("; "));
  }

  List<Row> parameters() {
    return type.getRecordComponents().stream()
        .map(
            component ->
                new Row(
                    ClassReader.name(component.asType()) + " " + component.getSimpleName(),
                    parameter(component)))
        .toList();
  }

  private String parameter(RecordComponentElement component) {
    return reader.parameter(type, component.getSimpleName().toString()).orElse("");
  }

  /** Methods that give the same object with one thing changed, those of its parents too. */
  List<Row> options() {
    Stream<Row> own =
        methods(this::isOption)
            .map(method -> row("." + method.getSimpleName(), method, option(method)));
    Stream<Row> ofParents =
        reader.parents(type, this::isSharedOption).map(method -> reader.shared(type, method));
    return Stream.concat(own, ofParents).toList();
  }

  /**
   * An option that a parent has for all its kinds: it gives the kind, or as {@code name} itself.
   */
  private boolean isSharedOption(ExecutableElement method) {
    Element owner = ClassReader.owner(method);
    return type.getKind() == ElementKind.RECORD
        && method.getModifiers().contains(PUBLIC)
        && !method.getModifiers().contains(STATIC)
        && !method.getParameters().isEmpty()
        && (method.getReturnType().getKind() == TypeKind.TYPEVAR
            || reader.same(method.getReturnType(), owner.asType()));
  }

  private boolean isOption(ExecutableElement method) {
    return !method.getModifiers().contains(STATIC)
        && type.getKind() == ElementKind.RECORD
        && reader.same(method.getReturnType(), type.asType());
  }

  private String option(ExecutableElement method) {
    String text = reader.markdown(method).line();
    return text.isEmpty() ? inherited(method.getSimpleName().toString()) : text;
  }

  /** What the parameter of a name is, here or one level below. */
  private String inherited(String name) {
    return Stream.concat(
            Stream.of(type),
            type.getRecordComponents().stream()
                .map(component -> reader.element(component.asType()))
                .filter(TypeElement.class::isInstance))
        .map(owner -> reader.parameter(owner, name).orElse(""))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** What else it does; what it only inherits is told by its parent. */
  List<Row> methods() {
    Stream<Row> own =
        methods(method -> !method.getModifiers().contains(STATIC) && !isOption(method))
            .map(method -> row("." + method.getSimpleName(), method, words(method)));
    return Stream.concat(functions().stream(), own).toList();
  }

  /** The docstring with its parameters and result. */
  private String words(ExecutableElement method) {
    List<String> words = new ArrayList<>();
    words.add(reader.markdown(method).line());
    for (VariableElement argument : method.getParameters()) {
      String name = argument.getSimpleName().toString();
      reader.parameter(method, name).ifPresent(text -> words.add("`" + name + "`: " + text + "."));
    }
    reader.result(method).ifPresent(text -> words.add("Returns " + text + "."));
    return String.join(" ", words).strip();
  }

  /** All of a nested class. */
  List<Row> all() {
    return Stream.of(constants(), parameters(), methods()).flatMap(List::stream).toList();
  }

  private Row row(String name, ExecutableElement method, String text) {
    return new Row(ClassReader.signature(name, method), text);
  }

  private Stream<ExecutableElement> statics(Predicate<ExecutableElement> which) {
    return methods(method -> method.getModifiers().contains(STATIC)).filter(which);
  }

  private Stream<ExecutableElement> methods(Predicate<ExecutableElement> which) {
    // A record's methods of these names are there without being written.
    Set<String> ofEvery =
        type.getKind() == ElementKind.ENUM
            ? Set.of("values", "valueOf")
            : Set.of("equals", "hashCode", "toString");
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getModifiers().contains(PUBLIC))
        .filter(method -> method.getAnnotation(Override.class) == null)
        .filter(method -> !ofEvery.contains(method.getSimpleName().toString()))
        .filter(method -> !isAccessor(method))
        .filter(which);
  }

  private boolean isAccessor(Element method) {
    return type.getRecordComponents().stream()
        .anyMatch(component -> component.getAccessor().equals(method));
  }
}
