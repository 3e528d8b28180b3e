package dev.assay.worker.hints;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final Values values;
  private final KerasNames keras;

  NameHints(Library library, Values values, KerasNames keras) {
    this.library = library;
    this.values = values;
    this.keras = keras;
  }

  @Override
  public Optional<String> hint(Site site) {
    if (!site.is(UNKNOWN) || site.path() == null) {
      return Optional.empty();
    }
    if (isInImport(site.path())) {
      return ofImport(site, site.path());
    }
    if (site.tree() instanceof IdentifierTree identifier) {
      return ofName(site, site.path(), identifier.getName().toString());
    }
    return site.tree() instanceof MemberSelectTree && site.code().equals("doesnt.exist")
        ? ofPython(site, site.path(), site.tree().toString())
        : Optional.empty();
  }

  private static boolean isInImport(TreePath path) {
    return Stream.iterate(path, step -> step != null, TreePath::getParentPath)
        .anyMatch(step -> step.getLeaf() instanceof ImportTree);
  }

  /** An import of a class that lies elsewhere, or of a library that is not there. */
  private Optional<String> ofImport(Site site, TreePath path) {
    TreePath whole = path;
    while (!(whole.getLeaf() instanceof ImportTree)) {
      whole = whole.getParentPath();
    }
    ImportTree line = (ImportTree) whole.getLeaf();
    String name = line.getQualifiedIdentifier().toString();
    List<String> parts = List.of(name.split("\\."));
    String last = parts.get(parts.size() - 1);
    List<String> lines =
        line.isStatic() ? staticImports(parts, last) : imports(library.named(last));
    if (!lines.isEmpty() && !last.equals("*")) {
      return Optional.of(either("Import it from where it is", lines));
    }
    return site.code().equals("doesnt.exist") && !name.startsWith("dev.assay.")
        ? Optional.of(
            "There is no %s here: an answer uses its own files, Java, Assay and TensorFlow Java. Remove the import, or hand in its source files."
                .formatted(Source.start(site.path() == null ? name : site.path().getLeaf().toString())))
        : Optional.empty();
  }

  private List<String> staticImports(List<String> parts, String last) {
    String owner = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
    return library
        .constants(
            field ->
                field.getSimpleName().contentEquals(last)
                    && Imports.owner(field).getSimpleName().contentEquals(owner))
        .stream()
        .map(Imports::line)
        .toList();
  }

  private static List<String> imports(List<TypeElement> types) {
    return types.stream().map(Imports::line).toList();
  }

  private static String either(String what, List<String> lines) {
    return "%s: %s".formatted(what, String.join(" or ", lines));
  }

  private Optional<String> ofName(Site site, TreePath path, String name) {
    Optional<String> python = ofPython(site, path, name);
    if (python.isPresent()) {
      return python;
    }
    List<TypeElement> types = library.named(name);
    if (!types.isEmpty()) {
      return isCalled(path)
          ? translated(site, path, types.get(0))
          : Optional.of(either("Add the import", imports(types)));
    }
    if (isCalled(path)) {
      return keras.function(name);
    }
    List<String> constants =
        library.constants(field -> field.getSimpleName().contentEquals(name)).stream()
            .map(Imports::line)
            .toList();
    return constants.isEmpty()
        ? otherwise(site, path, name)
        : Optional.of(either("Add the import", constants));
  }

  private Optional<String> otherwise(Site site, TreePath path, String name) {
    Optional<String> argument = namedArgument(site, path);
    if (argument.isPresent()) {
      return argument;
    }
    Optional<String> known = keras.name(name, library);
    return known.isPresent() ? known : similar(site, name);
  }

  /** Whether the name is that of a method that is called. */
  private static boolean isCalled(TreePath path) {
    return path.getParentPath().getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() == path.getLeaf();
  }

  private Optional<String> translated(Site site, TreePath path, TypeElement type) {
    MethodInvocationTree call = (MethodInvocationTree) path.getParentPath().getLeaf();
    return Translation.of(
            library, values, new Imports(site.unit()), type, Arguments.of(call.getArguments()))
        .map(text -> text + ".");
  }

  /** {@code layers.Dense(16)}: a name that Python imports, and a class of ours behind it. */
  private Optional<String> ofPython(Site site, TreePath path, String root) {
    if (!keras.isModule(root)) {
      return Optional.empty();
    }
    TreePath step = path;
    while (step.getParentPath().getLeaf() instanceof MemberSelectTree select) {
      step = step.getParentPath();
      List<TypeElement> types = library.own(select.getIdentifier().toString());
      if (!types.isEmpty()) {
        return isCalled(step)
            ? translated(site, step, types.get(0))
            : Optional.of(
                "Write %s without %s%s."
                    .formatted(
                        Imports.nested(types.get(0)),
                        root,
                        new Imports(site.unit()).missing(types.get(0))));
      }
    }
    return keras.module(root);
  }

  /** {@code Dense(16, activation="relu")} is an assignment to javac. */
  private Optional<String> namedArgument(Site site, TreePath path) {
    TreePath assignment = path.getParentPath();
    if (assignment.getLeaf().getKind() != Tree.Kind.ASSIGNMENT) {
      return Optional.empty();
    }
    Tree around = assignment.getParentPath().getLeaf();
    if (around instanceof MethodInvocationTree call) {
      return named(site, lastName(call.getMethodSelect()), Arguments.of(call.getArguments()));
    }
    return around instanceof NewClassTree made
        ? named(site, lastName(made.getIdentifier()), Arguments.of(made.getArguments()))
        : Optional.empty();
  }

  private Optional<String> named(Site site, String type, List<Argument> arguments) {
    String written =
        library.own(type).stream()
            .findFirst()
            .flatMap(
                found ->
                    Translation.of(library, values, new Imports(site.unit()), found, arguments))
            .map(text -> text + ".")
            .orElse(
                "An option is a method: grader/keras/docs/KERAS.md shows Keras's calls beside Assay's.");
    return Optional.of("Java has no named arguments. " + written);
  }

  private static String lastName(Tree tree) {
    String name = tree.toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A class or constant that is written almost so. */
  private Optional<String> similar(Site site, String name) {
    Imports imports = new Imports(site.unit());
    List<VariableElement> constants =
        library.constants(
            field ->
                field.getSimpleName().toString().contains("_") == name.contains("_")
                    && Similar.sameLetters(field.getSimpleName().toString(), name));
    if (constants.size() == 1) {
      return Optional.of(
          "Write %s for %s%s."
              .formatted(imports.show(constants.get(0)), name, imports.missing(constants.get(0))));
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
            types.stream()
                .map(type -> "Did you mean %s%s?".formatted(Imports.nested(type), imports.missing(type)))
                .collect(Collectors.joining()))
        : Optional.empty();
  }
}
