package dev.assay.worker.hints.source;

import static java.util.stream.Collectors.joining;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Writes calls of Keras's as those of Assay. */
public final class Calls {
  private static final List<String> COMPILE = List.of("optimizer", "loss", "metrics");

  private final Library library;
  private final Values values;

  public Calls(Library library, Values values) {
    this.library = library;
    this.values = values;
  }

  /** The arguments of the call, or of the constructor, whose name stands there. */
  public static Optional<List<? extends ExpressionTree>> arguments(TreePath name) {
    Tree parent = name.getParentPath().getLeaf();
    if (parent instanceof MethodInvocationTree call && call.getMethodSelect() == name.getLeaf()) {
      return Optional.of(call.getArguments());
    }
    return parent instanceof NewClassTree made && made.getIdentifier() == name.getLeaf()
        ? Optional.of(made.getArguments())
        : Optional.empty();
  }

  /** {@code Dense.of(16)}: for a type that factories make or constants stand for. */
  public Optional<Code> write(Site site, TypeElement type, List<Argument> arguments) {
    return Translation.of(library, values, new Imports(site.unit()), type, arguments);
  }

  /**
   * Returns what to write in place of a call with named arguments.
   *
   * @param called the name before the bracket, with those before it
   */
  public Sentence named(Site site, String called, List<Argument> arguments) {
    List<String> parts = Arrays.asList(called.split("\\.", -1));
    String last = parts.get(parts.size() - 1);
    Optional<Code> written =
        last.equals("compile") ? compile(site, arguments) : constructed(site, parts, arguments);
    Sentence advice =
        written
            .map(code -> Sentence.of(HintCode.WRITE_CODE, "code", code.argument()))
            .orElseGet(() -> Sentence.of(HintCode.OPTIONS_ARE_METHODS));
    return Sentence.of(HintCode.NO_NAMED_ARGUMENTS, "advice", advice);
  }

  /** {@code Dense(...)}, {@code layers.Dense(...)} or {@code Dense.of(...)}. */
  private Optional<Code> constructed(Site site, List<String> parts, List<Argument> arguments) {
    for (int i = parts.size() - 1; i >= Math.max(0, parts.size() - 2); i--) {
      List<TypeElement> types = library.own(parts.get(i));
      if (!types.isEmpty()) {
        return write(site, types.get(0), arguments);
      }
    }
    return Optional.empty();
  }

  private Optional<Code> compile(Site site, List<Argument> arguments) {
    Optional<ExecutableElement> method =
        library.own("Sequential").stream()
            .flatMap(type -> library.methods(type).stream())
            .filter(found -> found.getSimpleName().contentEquals("compile"))
            .filter(found -> names(found).equals(COMPILE))
            .findFirst();
    List<Argument> inOrder = new ArrayList<>(arguments);
    boolean known = arguments.stream().allMatch(argument -> COMPILE.contains(argument.name()));
    if (method.isEmpty() || !known) {
      return Optional.empty();
    }
    inOrder.sort(java.util.Comparator.comparingInt(argument -> COMPILE.indexOf(argument.name())));
    List<Code> parts = new ArrayList<>();
    for (Argument argument : inOrder) {
      int index = COMPILE.indexOf(argument.name());
      TypeMirror type = method.get().getParameters().get(index).asType();
      String list = argument.text().replaceAll("^[\\[(]|[\\])]$", "");
      for (String value : list.split("\\s*,\\s*(?![^(]*\\))", -1)) {
        parts.add(value(site, value.strip(), type));
      }
    }
    String written = parts.stream().map(part -> part.text().toString()).collect(joining(", "));
    Stream<String> imports = parts.stream().flatMap(part -> part.imports().stream());
    return Optional.of(Code.of(".compile(%s)".formatted(written), imports.map(Optional::of)));
  }

  private Code value(Site site, String text, TypeMirror type) {
    Argument argument = new Argument(null, text);
    TypeMirror one = type instanceof ArrayType array ? array.getComponentType() : type;
    Imports imports = new Imports(site.unit());
    return argument.isString()
        ? values
            .of(argument.string(), one, imports)
            .map(value -> value.code(imports))
            .orElse(Code.of("...", Optional.empty()))
        : Code.of(argument.shown(), Optional.empty());
  }

  private static List<String> names(ExecutableElement method) {
    return method.getParameters().stream()
        .map(VariableElement::getSimpleName)
        .map(Object::toString)
        .toList();
  }
}
