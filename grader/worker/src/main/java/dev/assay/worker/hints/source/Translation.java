package dev.assay.worker.hints.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Writes a call of Keras's constructors with Assay's factories: {@code Dense(16,
 * activation="relu")} as {@code Dense.of(16).activation(RELU)}.
 */
public final class Translation {
  private final Library library;
  private final Values values;
  private final Imports imports;
  private final TypeElement type;
  private final List<Element> used = new ArrayList<>();

  private Translation(Library library, Values values, Imports imports, TypeElement type) {
    this.library = library;
    this.values = values;
    this.imports = imports;
    this.type = type;
    used.add(type);
  }

  /**
   * The call in Assay's words, with the imports it lacks; where its arguments fit no factory, the
   * factories there are.
   *
   * @return empty for a type that no static method makes and no constant stands for
   */
  public static Optional<Code> of(
      Library library, Values values, Imports imports, TypeElement type, List<Argument> arguments) {
    List<ExecutableElement> factories = library.factories(type);
    List<Argument> flat = arguments.stream().flatMap(Argument::ungrouped).toList();
    if (factories.isEmpty()) {
      return new Translation(library, values, imports, type).constant(flat);
    }
    Optional<Code> shortest =
        factories.stream()
            .flatMap(
                factory ->
                    new Translation(library, values, imports, type)
                        .withImports(factory, flat).stream())
            .min(Comparator.comparingInt(Code::length));
    return shortest.isPresent()
        ? shortest
        : Optional.of(Code.anyOf(signatures(factories), imports.missing(type)));
  }

  /** How the first three of these factories are called. */
  public static List<String> signatures(List<ExecutableElement> factories) {
    return factories.stream().map(Translation::signature).distinct().limit(3).toList();
  }

  /** {@code Dense.of(units)}. */
  private static String signature(ExecutableElement factory) {
    return "%s.%s(%s)"
        .formatted(
            Imports.nested(Imports.owner(factory)),
            factory.getSimpleName(),
            factory.getParameters().stream()
                    .map(parameter -> parameter.getSimpleName().toString())
                    .collect(Collectors.joining(", "))
                + (factory.isVarArgs() ? "..." : ""));
  }

  private Optional<Code> withImports(ExecutableElement factory, List<Argument> arguments) {
    return call(factory, new ArrayList<>(arguments)).map(this::withImports);
  }

  private Code withImports(String call) {
    return Code.of(call, used.stream().map(imports::missing));
  }

  /** {@code Loss.HUBER} for {@code Huber()}: a loss or metric is a constant with options. */
  private Optional<Code> constant(List<Argument> arguments) {
    return values
        .of(type.getSimpleName().toString(), type.asType(), imports)
        .flatMap(
            value -> {
              used.set(0, value.named());
              return options(value.text(), arguments);
            })
        .map(this::withImports);
  }

  private Optional<String> call(ExecutableElement factory, List<Argument> arguments) {
    List<String> parts = new ArrayList<>();
    List<? extends VariableElement> parameters = factory.getParameters();
    if (factory.isVarArgs() && parameters.size() == 1 && isLayers(arguments)) {
      return Optional.of("%s.%s(...)".formatted(Imports.nested(type), factory.getSimpleName()));
    }
    for (VariableElement parameter : parameters) {
      Optional<Argument> argument = take(parameter, arguments);
      Optional<String> text = argument.flatMap(given -> convert(given, parameter.asType()));
      if (text.isEmpty()) {
        return Optional.empty();
      }
      parts.add(text.get());
    }
    return options(
        "%s.%s(%s)"
            .formatted(Imports.nested(type), factory.getSimpleName(), String.join(", ", parts)),
        arguments);
  }

  /** A call with the options that are left as methods; empty where one is not known. */
  private Optional<String> options(String call, List<Argument> arguments) {
    StringBuilder text = new StringBuilder(call);
    for (Argument rest : arguments) {
      Optional<String> option = option(rest);
      if (option.isEmpty()) {
        return Optional.empty();
      }
      text.append(option.get());
    }
    return Optional.of(text.toString());
  }

  /** Returns whether the arguments are layers, in a list or one after the other. */
  private static boolean isLayers(List<Argument> arguments) {
    return !arguments.isEmpty()
        && arguments.stream()
            .allMatch(
                argument ->
                    argument.name() == null && !argument.isNumber() && !argument.isString());
  }

  /** The first argument without a name, or the one that has the parameter's. */
  private static Optional<Argument> take(VariableElement parameter, List<Argument> arguments) {
    String name = Library.plain(parameter.getSimpleName().toString());
    for (Argument argument : arguments) {
      if (argument.name() == null || Library.plain(argument.name()).equals(name)) {
        arguments.remove(argument);
        return Optional.of(argument);
      }
    }
    return Optional.empty();
  }

  /** {@code .activation(RELU)}: only where there is such a method of one argument. */
  private Optional<String> option(Argument argument) {
    if (argument.name() == null) {
      return Optional.empty();
    }
    String name = Library.plain(argument.name());
    boolean isTrue = argument.text().equals("True") || argument.text().equals("true");
    Optional<String> flag =
        library.methods(type).stream()
            .filter(method -> isTrue && method.getParameters().isEmpty())
            .filter(method -> library.isA(method.getReturnType(), type.asType()))
            .map(method -> method.getSimpleName().toString())
            .filter(method -> Library.plain(method).equals(name))
            .map(".%s()"::formatted)
            .findFirst();
    return flag.isPresent() ? flag : setting(argument, name);
  }

  private Optional<String> setting(Argument argument, String name) {
    return library.methods(type).stream()
        .filter(method -> method.getParameters().size() == 1)
        .filter(method -> Library.plain(method.getSimpleName().toString()).equals(name))
        .flatMap(
            method ->
                convert(argument, method.getParameters().get(0).asType())
                    .map(value -> ".%s(%s)".formatted(method.getSimpleName(), value))
                    .stream())
        .findFirst();
  }

  private Optional<String> convert(Argument argument, TypeMirror wanted) {
    if (argument.isString() && wanted.toString().equals("java.lang.String")) {
      return Optional.of("\"%s\"".formatted(argument.string()));
    }
    if (argument.isString()) {
      return values
          .of(argument.string(), wanted, imports)
          .map(
              value -> {
                used.add(value.named());
                return value.text();
              });
    }
    if (argument.text().equals("True") || argument.text().equals("False")) {
      return wanted.getKind() == TypeKind.BOOLEAN
          ? Optional.of(argument.text().toLowerCase(Locale.ROOT))
          : Optional.empty();
    }
    return fits(argument, wanted) ? Optional.of(argument.shown()) : Optional.empty();
  }

  private boolean fits(Argument argument, TypeMirror wanted) {
    if (argument.isInteger()) {
      return wanted.getKind().isPrimitive() && wanted.getKind() != TypeKind.BOOLEAN;
    }
    if (argument.isNumber()) {
      return wanted.getKind() == TypeKind.DOUBLE;
    }
    return !argument.isGroup() && !argument.text().equals("None");
  }
}
