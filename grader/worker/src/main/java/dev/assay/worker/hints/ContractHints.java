package dev.assay.worker.hints;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Code;
import dev.assay.worker.hints.source.Imports;
import dev.assay.worker.hints.source.Library;
import dev.assay.worker.hints.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Hints about what a class needs to answer a problem: to be a ModelBuilder with its two methods.
 */
final class ContractHints implements Family {
  private static final String BUILDER = "dev.assay.problems.ModelBuilder";
  private static final String MODEL = "Model";
  private static final Set<String> NOT_COMPILED = Set.of("Sequential", "Functional");

  private final Library library;
  private final Attribution types;

  ContractHints(Library library, Attribution types) {
    this.library = library;
    this.types = types;
  }

  @Override
  public Optional<Sentence> hint(Site site) {
    TypeElement builder = library.elements().getTypeElement(BUILDER);
    if (builder == null || site.path() == null) {
      return Optional.empty();
    }
    return switch (site.code()) {
      case "method.does.not.override.superclass" -> override(site, site.path(), builder);
      case "does.not.override.abstract" -> notImplemented(site.path(), builder);
      case "override.weaker.access", "override.incompatible.ret" -> head(site.path(), builder);
      case "prob.found.req" -> notCompiled(site.path());
      default -> Optional.empty();
    };
  }

  private Optional<Sentence> override(Site site, TreePath path, TypeElement builder) {
    TreePath method = enclosing(path, MethodTree.class);
    TreePath type = enclosing(path, ClassTree.class);
    if (method == null || type == null) {
      return Optional.empty();
    }
    ClassTree tree = (ClassTree) type.getLeaf();
    if (isBuilder(type, builder)) {
      return head(method, builder);
    }
    boolean answers =
        tree.getModifiers().getAnnotations().stream()
            .anyMatch(mark -> mark.getAnnotationType().toString().endsWith("Answers"));
    boolean named =
        methods(builder).stream()
            .anyMatch(
                wanted -> wanted.getSimpleName().equals(((MethodTree) method.getLeaf()).getName()));
    boolean alone = tree.getImplementsClause().isEmpty() && tree.getExtendsClause() == null;
    return answers && named && alone
        ? Optional.of(implement(site, tree, builder))
        : Optional.empty();
  }

  private static Sentence implement(Site site, ClassTree type, TypeElement builder) {
    Code code =
        Code.of(
            "`class %s implements ModelBuilder`".formatted(type.getSimpleName()),
            new Imports(site.unit()).missing(builder));
    return Sentence.of(HintCode.IMPLEMENT_MODEL_BUILDER, "code", code.argument());
  }

  private boolean isBuilder(TreePath type, TypeElement builder) {
    return types.type(type).filter(found -> library.isA(found, builder.asType())).isPresent();
  }

  /** A method that ModelBuilder does not have in this form, or that has another name. */
  private static Optional<Sentence> head(TreePath path, TypeElement builder) {
    if (!(path.getLeaf() instanceof MethodTree method)) {
      return Optional.empty();
    }
    return methods(builder).stream()
        .filter(
            wanted -> Similar.is(wanted.getSimpleName().toString(), method.getName().toString()))
        .filter(wanted -> !isWrittenAs(method, wanted))
        .findFirst()
        .map(wanted -> Sentence.of(HintCode.METHOD_OF_MODEL_BUILDER, "method", head(wanted)));
  }

  private Optional<Sentence> notImplemented(TreePath path, TypeElement builder) {
    if (!(path.getLeaf() instanceof ClassTree type) || !isBuilder(path, builder)) {
      return Optional.empty();
    }
    List<MethodTree> written =
        type.getMembers().stream()
            .filter(MethodTree.class::isInstance)
            .map(MethodTree.class::cast)
            .toList();
    return methods(builder).stream()
        .filter(wanted -> written.stream().noneMatch(method -> isWrittenAs(method, wanted)))
        .findFirst()
        .map(
            wanted ->
                Sentence.of(
                    written.stream().anyMatch(method -> isNamedLike(method, wanted))
                        ? HintCode.METHOD_OF_MODEL_BUILDER
                        : HintCode.ADD_METHOD,
                    "method",
                    head(wanted)));
  }

  private static boolean isNamedLike(MethodTree method, ExecutableElement wanted) {
    return Similar.is(wanted.getSimpleName().toString(), method.getName().toString());
  }

  private static List<ExecutableElement> methods(TypeElement builder) {
    return ElementFilter.methodsIn(builder.getEnclosedElements());
  }

  /** {@code public Model build(ProblemSpec spec)}. */
  private static String head(ExecutableElement method) {
    return "public %s %s(%s)"
        .formatted(
            simple(method.getReturnType().toString()),
            method.getSimpleName(),
            method.getParameters().stream()
                .map(parameter -> simple(parameter.asType().toString()) + " " + parameter)
                .collect(Collectors.joining(", ")));
  }

  private static boolean isWrittenAs(MethodTree method, ExecutableElement wanted) {
    return method.getName().equals(wanted.getSimpleName())
        && simple(String.valueOf(method.getReturnType()))
            .equals(simple(wanted.getReturnType().toString()))
        && method.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.PUBLIC)
        && method.getParameters().stream()
            .map(parameter -> simple(String.valueOf(parameter.getType())))
            .toList()
            .equals(
                wanted.getParameters().stream()
                    .map(parameter -> simple(parameter.asType().toString()))
                    .toList());
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A stack of layers where a compiled model is asked for, or the other way round. */
  private Optional<Sentence> notCompiled(TreePath path) {
    String found =
        types
            .declared(path)
            .filter(library.own()::contains)
            .map(type -> type.getSimpleName().toString())
            .orElse("");
    String wanted = wanted(path);
    if (NOT_COMPILED.contains(found) && wanted.equals(MODEL)) {
      return Optional.of(Sentence.of(HintCode.COMPILE_THE_MODEL, "type", found));
    }
    return found.equals(MODEL) && NOT_COMPILED.contains(wanted)
        ? Optional.of(Sentence.of(HintCode.COMPILE_RETURNS_MODEL, "type", wanted))
        : Optional.empty();
  }

  /** The type that a variable or method is declared with; empty where none is. */
  private static String wanted(TreePath path) {
    Tree parent = path.getParentPath().getLeaf();
    if (parent instanceof VariableTree variable) {
      return simple(String.valueOf(variable.getType()));
    }
    TreePath method = parent instanceof ReturnTree ? enclosing(path, MethodTree.class) : null;
    return method == null
        ? ""
        : simple(String.valueOf(((MethodTree) method.getLeaf()).getReturnType()));
  }

  private static @Nullable TreePath enclosing(TreePath path, Class<? extends Tree> kind) {
    return Stream.iterate(path, step -> step != null, TreePath::getParentPath)
        .filter(step -> kind.isInstance(step.getLeaf()))
        .findFirst()
        .orElse(null);
  }
}
