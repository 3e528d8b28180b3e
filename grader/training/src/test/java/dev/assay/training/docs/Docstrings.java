package dev.assay.training.docs;

import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import dev.assay.training.docs.ClassDoc.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the docstrings of the model library with the compiler that comes with the JDK. */
final class Docstrings {
  /**
   * The packages whose public classes students write, with where their like is in Keras, if
   * anywhere.
   */
  static final Map<String, String> FAMILIES = families();

  private static Map<String, String> families() {
    Map<String, String> families = new LinkedHashMap<>();
    families.put("models", "keras");
    families.put("layers", "keras.layers");
    families.put("activations", "keras.activations");
    families.put("initializers", "keras.initializers");
    families.put("regularizers", "keras.regularizers");
    families.put("constraints", "keras.constraints");
    families.put("losses", "keras.losses");
    families.put("metrics", "keras.metrics");
    families.put("optimizers", "keras.optimizers");
    families.put("schedules", "keras.optimizers.schedules");
    families.put("callbacks", "keras.callbacks");
    families.put("training", "keras.Model");
    families.put("ensembles", "");
    return Collections.unmodifiableMap(families);
  }

  private static final String EXAMPLE = "training/src/test/java/dev/assay/training/Example.java";

  /** Of these packages, which are mostly the grader's, only these classes have pages. */
  private static final Map<String, Set<String>> ONLY =
      Map.of(
          "models", Set.of("Sequential", "Functional", "Model", "Head", "LabelFunction"),
          "training",
              Set.of(
                  "FitPlan",
                  "ClassWeights",
                  "KerasModel",
                  "TrainerOptions",
                  "TrainingMode",
                  "History",
                  "TensorData",
                  "Labelled"));

  /** What is public for the grader's sake, and no student writes: a docstring, but no page. */
  private static final Set<String> WITHOUT_PAGE =
      Set.of(
          "layers.AnyLayer",
          "layers.LayerNode",
          "layers.MergeNode",
          "layers.Named",
          "metrics.MetricBatch",
          "optimizers.Parameter",
          "optimizers.Slots",
          "callbacks.Monitored",
          "ensembles.Single");

  private final List<ClassDoc> classes = new ArrayList<>();
  private final List<Row> helpers = new ArrayList<>();
  private final List<String> silent = new ArrayList<>();

  /**
   * Reads all sources of the library: those of keras and training.
   *
   * @param grader the folder with the modules
   */
  Docstrings(Path grader) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> keras = Files.walk(grader.resolve("keras/src/main/java"));
        Stream<Path> training = Files.walk(grader.resolve("training/src/main/java"))) {
      Stream<Path> sources =
          Stream.concat(
              Stream.concat(keras, training)
                  .filter(path -> path.toString().endsWith(".java"))
                  .sorted(),
              Stream.of(grader.resolve(EXAMPLE)));
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:only", "-classpath", System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjectsFromPaths(sources.toList()));
      task.setProcessors(List.of(new Reader()));
      if (!task.call()) {
        throw new AssertionError("The sources of the library do not compile");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The classes that have pages, by family and name. */
  List<ClassDoc> classes() {
    return List.copyOf(classes);
  }

  /** The functions that examples call. */
  List<Row> helpers() {
    return List.copyOf(helpers);
  }

  /** Public classes of any kind without a docstring. */
  List<String> silent() {
    return List.copyOf(silent);
  }

  static boolean hasPage(TypeElement type, String family) {
    String name = type.getSimpleName().toString();
    return FAMILIES.containsKey(family)
        && type.getModifiers().contains(Modifier.PUBLIC)
        && !WITHOUT_PAGE.contains(family + "." + name)
        && (!ONLY.containsKey(family) || ONLY.getOrDefault(family, Set.of()).contains(name));
  }

  /** Sees the classes as an annotation processor does: entered, but not compiled. */
  private final class Reader extends AbstractProcessor {
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      ClassReader reader =
          new ClassReader(
              DocTrees.instance(processingEnv),
              processingEnv.getElementUtils(),
              processingEnv.getTypeUtils());
      for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
        if (type.getModifiers().contains(Modifier.PUBLIC) && reader.doc(type).isEmpty()) {
          silent.add(type.getQualifiedName().toString());
        }
        if (hasPage(type, reader.family(type))) {
          classes.add(reader.read(type));
        } else if (type.getQualifiedName().contentEquals("dev.assay.training.Example")) {
          helpers.addAll(new Members(reader, type).functions());
        }
      }
      return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }
  }
}
