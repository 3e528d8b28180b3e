package dev.assay.worker.hints;

import com.sun.source.tree.ImportTree;
import com.sun.source.util.TreePath;
import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Imports;
import dev.assay.worker.hints.source.Library;
import dev.assay.worker.hints.source.Site;
import dev.assay.worker.hints.source.Source;
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
  public Optional<Sentence> hint(Site site) {
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

  private Optional<Sentence> hint(Site site, TreePath path, ImportTree line) {
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
            Sentence.of(HintCode.LIBRARY_NOT_HERE, "name", Source.start(path.getLeaf().toString())))
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

  /** The same words wherever a name is missing, so that a name that is used twice is told once. */
  static Sentence needed(List<String> lines) {
    return lines.size() == 1
        ? Sentence.of(HintCode.ADD_IMPORT, "import", lines.get(0))
        : Sentence.of(HintCode.ADD_ONE_IMPORT, "imports", lines);
  }
}
