package dev.assay.worker.hints;

import com.sun.source.tree.ImportTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Imports of classes that lie elsewhere, or of libraries that are not there. */
final class ImportHints implements Family {
  private final Library library;

  ImportHints(Library library) {
    this.library = library;
  }

  @Override
  public Optional<String> hint(Site site) {
    TreePath path = site.path();
    if (!site.is(NameHints.UNKNOWN) || path == null) {
      return Optional.empty();
    }
    return Stream.iterate(path, step -> step != null, TreePath::getParentPath)
        .map(TreePath::getLeaf)
        .filter(ImportTree.class::isInstance)
        .findFirst()
        .flatMap(line -> hint(site, path, (ImportTree) line));
  }

  private Optional<String> hint(Site site, TreePath path, ImportTree line) {
    String name = line.getQualifiedIdentifier().toString();
    List<String> parts = List.of(name.split("\\."));
    String last = parts.get(parts.size() - 1);
    List<String> lines =
        line.isStatic() ? staticImports(parts, last) : imports(library.named(last));
    if (!lines.isEmpty()) {
      return Optional.of(needed(lines));
    }
    return site.code().equals("doesnt.exist") && !name.startsWith("dev.assay.")
        ? Optional.of(
            "There is no %s here: an answer uses its own files, Java, Assay and TensorFlow Java. Remove the import, or hand in its source files."
                .formatted(Source.start(path.getLeaf().toString())))
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

  /** The lines that import types. */
  static List<String> imports(List<TypeElement> types) {
    return types.stream().map(Imports::line).toList();
  }

  /**
   * Returns the same sentence wherever a name is missing, so that a name used twice is reported
   * once.
   */
  static String needed(List<String> lines) {
    return lines.size() == 1
        ? "The import needed is: " + lines.get(0)
        : "The import needed is one of: " + String.join(" or ", lines);
  }
}
