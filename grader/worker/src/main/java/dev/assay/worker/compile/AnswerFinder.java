package dev.assay.worker.compile;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.assay.problems.Answers;
import dev.assay.protocol.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the classes marked {@link Answers} without loading any of them. */
final class AnswerFinder {
  /** The most builders to report: there are few problems, and the list must fit into a message. */
  private static final int MAX_BUILDERS = 1000;

  private static final int MAX_ID = 200;

  private AnswerFinder() {}

  /**
   * Analyses the task's sources.
   *
   * @param units the sources as the task parsed them
   * @param hasErrors whether the compiler has found any so far
   * @return the marked classes: by their meaning where the sources compile, and by their text too
   *     where they do not, so that an error can be said of the right problem
   */
  static List<Message.Builder> find(
      JavacTask task, List<CompilationUnitTree> units, BooleanSupplier hasErrors)
      throws IOException {
    List<Message.Builder> builders = new ArrayList<>();
    for (Element element : task.analyze()) {
      if (element instanceof TypeElement type) {
        addAnswers(task, type, builders);
      }
    }
    if (hasErrors.getAsBoolean()) {
      Set<String> known = new TreeSet<>();
      builders.forEach(builder -> known.add(builder.problem()));
      units.forEach(unit -> new TextScanner(unit, known, builders).scan(unit, null));
    }
    return builders.subList(0, Math.min(MAX_BUILDERS, builders.size()));
  }

  private static Message.Builder builder(String className, String problem) {
    return new Message.Builder(
        className, problem.length() <= MAX_ID ? problem : problem.substring(0, MAX_ID) + " ...");
  }

  private static void addAnswers(JavacTask task, TypeElement type, List<Message.Builder> builders) {
    Answers answers = type.getAnnotation(Answers.class);
    String name = task.getElements().getBinaryName(type).toString();
    boolean seen = builders.stream().anyMatch(builder -> builder.className().equals(name));
    if (answers != null && !seen) {
      builders.add(builder(name, answers.value()));
    }
    ElementFilter.typesIn(type.getEnclosedElements())
        .forEach(nested -> addAnswers(task, nested, builders));
  }

  /** Finds {@code @Answers("id")} by its text. */
  private static final class TextScanner extends TreeScanner<Void, Void> {
    private final Set<String> known;
    private final List<Message.Builder> builders;
    private String prefix;

    TextScanner(CompilationUnitTree unit, Set<String> known, List<Message.Builder> builders) {
      this.prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
      this.known = known;
      this.builders = builders;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, Void unused) {
      for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
        String name = annotation.getAnnotationType().toString();
        if (name.equals("Answers") || name.equals(Answers.class.getName())) {
          annotation.getArguments().forEach(argument -> add(type, argument));
        }
      }
      String outside = prefix;
      prefix = outside + type.getSimpleName() + "$";
      super.visitClass(type, null);
      prefix = outside;
      return null;
    }

    private void add(ClassTree type, ExpressionTree argument) {
      ExpressionTree value =
          argument instanceof AssignmentTree named ? named.getExpression() : argument;
      if (value instanceof LiteralTree literal
          && literal.getValue() instanceof String problem
          && !known.contains(problem)) {
        builders.add(builder(prefix + type.getSimpleName(), problem));
      }
    }
  }
}
