package dev.assay.cli.programs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Finds the classes with which a program can start. */
final class MainClasses {
  private MainClasses() {}

  /** Returns the full names of the top-level classes with a main method, in the sources' order. */
  static List<String> of(Iterable<? extends CompilationUnitTree> units) {
    List<String> names = new ArrayList<>();
    for (CompilationUnitTree unit : units) {
      String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
      for (Tree type : unit.getTypeDecls()) {
        if (type instanceof ClassTree declared && hasMain(declared)) {
          names.add(prefix + declared.getSimpleName());
        }
      }
    }
    return names;
  }

  private static boolean hasMain(ClassTree type) {
    boolean ofInterface = type.getKind() == Tree.Kind.INTERFACE;
    return type.getMembers().stream()
        .anyMatch(member -> member instanceof MethodTree method && isMain(method, ofInterface));
  }

  private static boolean isMain(MethodTree method, boolean ofInterface) {
    Set<Modifier> modifiers = method.getModifiers().getFlags();
    return method.getName().contentEquals("main")
        && modifiers.contains(Modifier.STATIC)
        && (ofInterface || modifiers.contains(Modifier.PUBLIC))
        && method.getParameters().size() == 1
        && method
            .getParameters()
            .get(0)
            .getType()
            .toString()
            .matches("(java\\.lang\\.)?String(\\[\\]|\\.\\.\\.)");
  }
}
