package dev.assay.worker.hints;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.CallArguments;
import dev.assay.worker.hints.source.Calls;
import dev.assay.worker.hints.source.Code;
import dev.assay.worker.hints.source.Imports;
import dev.assay.worker.hints.source.Library;
import dev.assay.worker.hints.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Names that javac does not know: the import that is missing, or the name that is meant. */
final class NameHints implements Family {
  static final Set<String> UNKNOWN =
      Set.of(
          "cant.resolve",
          "cant.resolve.args",
          "cant.resolve.location",
          "cant.resolve.location.args",
          "doesnt.exist");

  private final Library library;
  private final Calls calls;
  private final KerasNames keras;

  NameHints(Library library, Calls calls, KerasNames keras) {
    this.library = library;
    this.calls = calls;
    this.keras = keras;
  }

  @Override
  public Optional<Sentence> hint(Site site) {
    TreePath path = site.path();
    if (!site.is(UNKNOWN) || path == null) {
      return Optional.empty();
    }
    if (path.getLeaf() instanceof IdentifierTree identifier) {
      return ofName(site, path, identifier.getName().toString());
    }
    return path.getLeaf() instanceof MemberSelectTree && site.code().equals("doesnt.exist")
        ? ofModule(site, path, path.getLeaf().toString())
        : Optional.empty();
  }

  private Optional<Sentence> ofName(Site site, TreePath path, String name) {
    Optional<Sentence> module = ofModule(site, path, name);
    if (module.isPresent()) {
      return module;
    }
    List<TypeElement> types = fitting(path, library.named(name));
    Optional<List<? extends ExpressionTree>> arguments = Calls.arguments(path);
    if (types.size() == 1 && arguments.isPresent()) {
      Optional<Code> call = calls.write(site, types.get(0), CallArguments.of(arguments.get()));
      if (call.isPresent()) {
        return call.map(NameHints::write);
      }
    }
    if (!types.isEmpty()) {
      return Optional.of(ImportHints.needed(ImportHints.imports(types)));
    }
    return isMethod(path) ? keras.function(name) : ofConstant(site, path, name);
  }

  private static Sentence write(Code code) {
    return Sentence.of(HintCode.WRITE_CODE, "code", code.argument());
  }

  private static boolean isMethod(TreePath path) {
    return path.getParentPath().getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() == path.getLeaf();
  }

  /** Returns those of several types with the same name that have the required member. */
  private static List<TypeElement> fitting(TreePath path, List<TypeElement> types) {
    if (!(path.getParentPath().getLeaf() instanceof MemberSelectTree select)) {
      return types;
    }
    List<TypeElement> fitting =
        types.stream()
            .filter(
                type ->
                    type.getEnclosedElements().stream()
                        .anyMatch(member -> member.getSimpleName().equals(select.getIdentifier())))
            .toList();
    return fitting.isEmpty() ? types : fitting;
  }

  private Optional<Sentence> ofConstant(Site site, TreePath path, String name) {
    List<String> constants =
        library.constants(field -> field.getSimpleName().contentEquals(name)).stream()
            .map(Imports::line)
            .toList();
    if (!constants.isEmpty()) {
      return Optional.of(ImportHints.needed(constants));
    }
    Optional<Sentence> argument = namedArgument(site, path);
    if (argument.isPresent()) {
      return argument;
    }
    Optional<Sentence> known = keras.name(name, library);
    return known.isPresent() ? known : similar(site, name);
  }

  /** {@code layers.Dense(16)}: a name that Python imports, and a class of ours behind it. */
  private Optional<Sentence> ofModule(Site site, TreePath path, String root) {
    if (!keras.isModule(root)) {
      return Optional.empty();
    }
    TreePath step = path;
    while (true) {
      if (step.getLeaf() instanceof MemberSelectTree select) {
        List<TypeElement> types = library.own(select.getIdentifier().toString());
        if (!types.isEmpty()) {
          return Optional.of(withoutModule(site, step, types.get(0)));
        }
      }
      step = step.getParentPath();
      if (!(step.getLeaf() instanceof MemberSelectTree)) {
        return keras.module(root);
      }
    }
  }

  private Sentence withoutModule(Site site, TreePath name, TypeElement type) {
    return Calls.arguments(name)
        .flatMap(arguments -> calls.write(site, type, CallArguments.of(arguments)))
        .map(NameHints::write)
        .orElseGet(
            () ->
                Sentence.of(
                    HintCode.WRITE_ALONE, "code", code(type, new Imports(site.unit())).argument()));
  }

  private static Code code(TypeElement type, Imports imports) {
    return Code.of(Imports.nested(type), imports.missing(type));
  }

  /** {@code Dense(16, activation="relu")} is an assignment to javac. */
  private Optional<Sentence> namedArgument(Site site, TreePath path) {
    TreePath assignment = path.getParentPath();
    if (!(assignment.getLeaf() instanceof AssignmentTree)) {
      return Optional.empty();
    }
    Tree around = assignment.getParentPath().getLeaf();
    if (around instanceof MethodInvocationTree call) {
      return Optional.of(
          calls.named(
              site, call.getMethodSelect().toString(), CallArguments.of(call.getArguments())));
    }
    return around instanceof NewClassTree made
        ? Optional.of(
            calls.named(
                site, made.getIdentifier().toString(), CallArguments.of(made.getArguments())))
        : Optional.empty();
  }

  /** A class or constant that is written almost so. */
  private Optional<Sentence> similar(Site site, String name) {
    Imports imports = new Imports(site.unit());
    List<VariableElement> constants =
        library.constants(field -> Similar.sameLetters(field.getSimpleName().toString(), name));
    if (constants.size() == 1) {
      Code code = Code.of(imports.show(constants.get(0)), imports.missing(constants.get(0)));
      return Optional.of(
          Sentence.of(HintCode.WRITE_FOR_NAME, "code", code.argument(), "name", name));
    }
    if (!Character.isUpperCase(name.charAt(0))) {
      return Optional.empty();
    }
    List<TypeElement> types =
        library.own().stream()
            .filter(type -> Similar.is(type.getSimpleName().toString(), name))
            .toList();
    return types.size() == 1
        ? Optional.of(
            Sentence.of(HintCode.DID_YOU_MEAN, "code", code(types.get(0), imports).argument()))
        : Optional.empty();
  }
}
