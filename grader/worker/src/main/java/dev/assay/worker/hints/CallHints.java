package dev.assay.worker.hints;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.CallArguments;
import dev.assay.worker.hints.source.Calls;
import dev.assay.worker.hints.source.Imports;
import dev.assay.worker.hints.source.Library;
import dev.assay.worker.hints.source.Site;
import dev.assay.worker.hints.source.Source;
import dev.assay.worker.hints.source.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Calls whose arguments do not fit: strings in place of constants, constructors, lists. */
final class CallHints implements Family {
  private static final Set<String> CODES =
      Set.of(
          "prob.found.req",
          "cant.apply.symbol",
          "cant.apply.symbols",
          "cant.apply.diamond.1",
          "report.access",
          "not.def.public.cant.access",
          "abstract.cant.be.instantiated");

  private final Library library;
  private final Values values;
  private final Calls calls;
  private final Attribution types;

  CallHints(Library library, Values values, Calls calls, Attribution types) {
    this.library = library;
    this.values = values;
    this.calls = calls;
    this.types = types;
  }

  @Override
  public Optional<Sentence> hint(Site site) {
    TreePath path = site.path();
    if (!site.is(CODES) || path == null) {
      return Optional.empty();
    }
    if (path.getLeaf() instanceof NewClassTree made && !site.code().equals("prob.found.req")) {
      return constructor(site, path, made);
    }
    TreePath parent = path.getParentPath();
    if (parent.getLeaf() instanceof NewClassTree made) {
      return constructor(site, parent, made);
    }
    return parent.getLeaf() instanceof MethodInvocationTree
        ? arguments(site, parent)
        : assigned(site, path);
  }

  private Optional<Sentence> constructor(Site site, TreePath path, NewClassTree made) {
    return types
        .element(new TreePath(path, made.getIdentifier()))
        .filter(library.own()::contains)
        .flatMap(type -> calls.write(site, type, CallArguments.of(made.getArguments())))
        .map(code -> Sentence.of(HintCode.WRITE_INSTEAD_OF_CONSTRUCTOR, "code", code.argument()));
  }

  /** {@code Loss loss = "mse"}, and what a method returns. */
  private Optional<Sentence> assigned(Site site, TreePath path) {
    if (!isString(path.getLeaf())) {
      return Optional.empty();
    }
    TreePath parent = path.getParentPath();
    Optional<TypeMirror> type = Optional.empty();
    if (parent.getLeaf() instanceof VariableTree variable && variable.getType() != null) {
      type = types.type(new TreePath(parent, variable.getType()));
    } else if (parent.getLeaf() instanceof ReturnTree) {
      type = types.returned(parent);
    }
    return type.filter(values::isOurs)
        .map(wanted -> instead(site, List.of(new Given((LiteralTree) path.getLeaf(), wanted))));
  }

  private Optional<Sentence> arguments(Site site, TreePath path) {
    MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
    List<ExecutableElement> methods = methods(path, call);
    for (ExecutableElement method : methods) {
      Optional<Sentence> strings = strings(site, method, call.getArguments());
      if (strings.isPresent()) {
        return strings;
      }
      Optional<Sentence> other =
          Stream.of(list(method, path, call), fraction(site, method, call))
              .flatMap(Optional::stream)
              .findFirst();
      if (other.isPresent()) {
        return other;
      }
    }
    return methods.isEmpty() ? Optional.empty() : Optional.of(forms(methods));
  }

  /** How a method of ours is called. */
  private static Sentence forms(List<ExecutableElement> methods) {
    return Sentence.of(
        HintCode.CALL_FORMS,
        "forms",
        methods.stream().map(CallHints::form).distinct().limit(3).toList());
  }

  private static String form(ExecutableElement method) {
    String owner = Imports.owner(method).getSimpleName().toString();
    return "%s%s(%s)"
        .formatted(
            method.getModifiers().contains(Modifier.STATIC) ? owner + "." : ".",
            method.getSimpleName(),
            method.getParameters().stream()
                .map(parameter -> simple(parameter.asType()) + " " + parameter)
                .collect(Collectors.joining(", ")));
  }

  private static String simple(TypeMirror type) {
    return type.toString().replaceAll("[a-z_]\\w*\\.", "").replace("[]", "...");
  }

  /** Returns the methods of the called name that take this many arguments. */
  private List<ExecutableElement> methods(TreePath path, MethodInvocationTree call) {
    if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return List.of();
    }
    TreePath receiver = new TreePath(new TreePath(path, select), select.getExpression());
    int count = call.getArguments().size();
    return types.element(receiver).filter(library.own()::contains).stream()
        .flatMap(owner -> library.methods(owner).stream())
        .filter(method -> method.getSimpleName().equals(select.getIdentifier()))
        .filter(method -> takes(method, count))
        .toList();
  }

  private static boolean takes(ExecutableElement method, int count) {
    int parameters = method.getParameters().size();
    return method.isVarArgs() ? count >= parameters - 1 : count == parameters;
  }

  /** The type that an argument must have. */
  private static TypeMirror wanted(ExecutableElement method, int argument) {
    List<? extends VariableElement> parameters = method.getParameters();
    int last = parameters.size() - 1;
    TypeMirror type = parameters.get(Math.min(argument, last)).asType();
    return method.isVarArgs() && argument >= last && type instanceof ArrayType array
        ? array.getComponentType()
        : type;
  }

  private record Given(LiteralTree literal, TypeMirror wanted) {}

  private Optional<Sentence> strings(
      Site site, ExecutableElement method, List<? extends ExpressionTree> arguments) {
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = wanted(method, i);
      if (isString(arguments.get(i)) && values.isOurs(type)) {
        given.add(new Given((LiteralTree) arguments.get(i), type));
      }
    }
    return given.isEmpty() ? Optional.empty() : Optional.of(instead(site, given));
  }

  private static boolean isString(Tree tree) {
    return tree.getKind() == Tree.Kind.STRING_LITERAL;
  }

  /** What to write for each string. */
  private Sentence instead(Site site, List<Given> given) {
    Imports imports = new Imports(site.unit());
    List<Sentence> replacements = new ArrayList<>();
    for (Given string : given) {
      String text = (String) string.literal().getValue();
      Object code =
          values
              .of(text, string.wanted(), imports)
              .map(found -> found.code(imports).argument())
              .orElseGet(() -> someConstant(string.wanted(), imports));
      replacements.add(
          Sentence.of(HintCode.CODE_FOR_STRING, "code", code, "string", Source.start(text)));
    }
    return Sentence.of(HintCode.WRITE_INSTEAD_OF_STRINGS, "replacements", replacements);
  }

  private Sentence someConstant(TypeMirror type, Imports imports) {
    return Sentence.of(HintCode.SOME_CONSTANT, "constants", values.some(type, imports));
  }

  /** {@code Sequential.of(List.of(...))}: a list where values stand one after the other. */
  private Optional<Sentence> list(
      ExecutableElement method, TreePath path, MethodInvocationTree call) {
    ExpressionTree last =
        call.getArguments().isEmpty()
            ? call.getMethodSelect()
            : call.getArguments().get(call.getArguments().size() - 1);
    boolean isList =
        method.isVarArgs()
            && last instanceof MethodInvocationTree made
            && made.getMethodSelect()
                .toString()
                .matches("(java\\.util\\.)?(List|Arrays|Set)\\.(of|asList)")
            && path.getLeaf() == call;
    return isList
        ? Optional.of(
            Sentence.of(
                HintCode.VALUES_ONE_BY_ONE,
                "method",
                Imports.owner(method).getSimpleName() + "." + method.getSimpleName(),
                "list",
                ((MethodInvocationTree) last).getMethodSelect().toString()))
        : Optional.empty();
  }

  /** {@code Dense.of(16.0)}. */
  private Optional<Sentence> fraction(
      Site site, ExecutableElement method, MethodInvocationTree call) {
    int index = call.getArguments().indexOf(site.tree());
    if (index < 0 || !(call.getArguments().get(index) instanceof LiteralTree literal)) {
      return Optional.empty();
    }
    boolean whole =
        literal.getValue() instanceof Double value
            && value == Math.rint(value)
            && Math.abs(value) < Integer.MAX_VALUE
            && wanted(method, index).getKind() == javax.lang.model.type.TypeKind.INT;
    return whole
        ? Optional.of(
            Sentence.of(
                HintCode.WHOLE_NUMBER,
                "parameter",
                method
                    .getParameters()
                    .get(Math.min(index, method.getParameters().size() - 1))
                    .toString(),
                "number",
                ((Double) literal.getValue()).intValue(),
                "given",
                literal.toString()))
        : Optional.empty();
  }
}
