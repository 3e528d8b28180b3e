package dev.assay.worker.hints;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import dev.assay.commons.text.Printable;
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
  public Optional<String> hint(Site site) {
    if (!site.code().equals("duplicate.class") || !(site.tree() instanceof ClassTree type)) {
      return Optional.empty();
    }
    return units.stream()
        .filter(unit -> unit != site.unit() && declares(unit, type, site.unit()))
        .findFirst()
        .map(
            unit ->
                "%s and %s both declare the class %s. If one is an old copy, remove it; if they are several people's answers, give each person a folder and grade the folder that holds these."
                    .formatted(name(unit), name(site.unit()), type.getSimpleName()));
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
