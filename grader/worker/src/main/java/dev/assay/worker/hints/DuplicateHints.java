package dev.assay.worker.hints;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import dev.assay.commons.text.Printable;
import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Site;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** Classes that two files declare: an old copy, or the files of several people. */
final class DuplicateHints implements Family {
  private final Collection<CompilationUnitTree> units;

  DuplicateHints(Collection<CompilationUnitTree> units) {
    this.units = units;
  }

  @Override
  public Optional<Sentence> hint(Site site) {
    if (!site.code().equals("duplicate.class") || !(site.tree() instanceof ClassTree type)) {
      return Optional.empty();
    }
    return units.stream()
        .filter(unit -> unit != site.unit() && declares(unit, type, site.unit()))
        .findFirst()
        .map(
            unit ->
                Sentence.of(
                    HintCode.CLASS_DECLARED_TWICE,
                    "first",
                    name(unit),
                    "second",
                    name(site.unit()),
                    "class",
                    type.getSimpleName().toString()));
  }

  private static boolean declares(
      CompilationUnitTree unit, ClassTree type, CompilationUnitTree other) {
    return Objects.toString(unit.getPackageName()).equals(Objects.toString(other.getPackageName()))
        && unit.getTypeDecls().stream()
            .anyMatch(
                found ->
                    found instanceof ClassTree same
                        && same.getSimpleName().equals(type.getSimpleName()));
  }

  /** A file's name, which may contain anything. */
  private static String name(CompilationUnitTree unit) {
    return Printable.line(unit.getSourceFile().getName());
  }
}
