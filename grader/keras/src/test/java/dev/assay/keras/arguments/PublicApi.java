package dev.assay.keras.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The classes that a model is written with, and what makes values of them. */
final class PublicApi {
  private static final Set<String> FAMILIES =
      Set.of(
          "activations",
          "callbacks",
          "constraints",
          "ensembles",
          "initializers",
          "layers",
          "losses",
          "metrics",
          "models",
          "optimizers",
          "regularizers",
          "schedules",
          "training");

  /** Results of a training, and data, whose rows are checked where they are read. */
  private static final Set<String> RESULTS =
      Set.of(
          "ensembles.Single",
          "models.TensorSpec",
          "optimizers.Slots",
          "training.EpochResult",
          "training.History",
          "training.Labelled",
          "training.Part",
          "training.TensorData",
          "training.TrainingResult");

  /** Parts of layers, which check them: their messages name the layer. */
  private static final Set<String> PARTS = Set.of("layers.Range", "layers.Size");

  private static final String ROOT = "dev.assay.keras.";

  private PublicApi() {}

  /** Every public class of the families, the nested ones too. */
  static List<Class<?>> classes() {
    Path folder = Path.of(System.getProperty("assay.home"), "grader/keras/target/classes");
    Path root = folder.resolve(ROOT.replace('.', '/'));
    try (Stream<Path> files = Files.walk(root, 2)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.replaceFirst("\\.class$", "").replace(java.io.File.separator, "."))
          .filter(name -> FAMILIES.contains(family(name)))
          .filter(name -> !name.endsWith("package-info"))
          .<Class<?>>map(PublicApi::load)
          .filter(PublicApi::isPublic)
          .filter(type -> !RESULTS.contains(name(type)) && !PARTS.contains(name(type)))
          .sorted(Comparator.comparing(PublicApi::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String family(String className) {
    String[] parts = className.split("\\.", -1);
    return parts.length > 4 ? parts[3] : "";
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicApi.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }

  /** The name with its family: {@code layers.Dense}. */
  static String name(Class<?> type) {
    return type.getName().replace(ROOT, "");
  }

  /** Constructors, factories and methods that give a changed copy. */
  static List<Executable> makers(Class<?> type) {
    Stream<Constructor<?>> constructors =
        Modifier.isAbstract(type.getModifiers()) || type.isEnum()
            ? Stream.of()
            : Arrays.stream(type.getConstructors());
    Stream<Method> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> !method.isBridge() && !method.isSynthetic())
            .filter(method -> method.getDeclaringClass().getName().startsWith(ROOT))
            .filter(method -> !method.getName().equals("valueOf"))
            .filter(method -> Modifier.isStatic(method.getModifiers()) || !type.isInterface())
            .filter(method -> isMade(method.getReturnType()));
    return Stream.concat(constructors, methods)
        .sorted(Comparator.comparing(Executable::toGenericString))
        .toList();
  }

  private static boolean isMade(Class<?> type) {
    return FAMILIES.contains(type.getPackageName().replace(ROOT, ""))
        && !RESULTS.contains(name(type));
  }

  /** How the table of what is allowed names a parameter: {@code layers.Dense.of(units)}. */
  static String name(Class<?> type, Executable maker, int parameter) {
    return "%s.%s(%s)"
        .formatted(
            name(type),
            maker instanceof Constructor ? "new" : maker.getName(),
            maker.getParameters()[parameter].getName());
  }
}
