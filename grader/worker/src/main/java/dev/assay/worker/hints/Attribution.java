package dev.assay.worker.hints;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.assay.worker.hints.source.Library;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types that javac attributed to parts of a source before it met an error. */
final class Attribution {
  private final Trees trees;
  private final Library library;

  Attribution(Trees trees, Library library) {
    this.trees = trees;
    this.library = library;
  }

  /** The type of an expression; empty where it has an error itself. */
  Optional<TypeMirror> type(TreePath path) {
    return Optional.ofNullable(trees.getTypeMirror(path))
        .filter(type -> type.getKind() != TypeKind.ERROR && type.getKind() != TypeKind.NONE);
  }

  /** The class of an expression. */
  Optional<TypeElement> element(TreePath path) {
    return type(path).flatMap(library::element);
  }

  /**
   * The class that a variable or method is declared with: javac keeps no type for an expression
   * that does not fit.
   */
  Optional<TypeElement> declared(TreePath path) {
    Element element = trees.getElement(path);
    if (element instanceof ExecutableElement method) {
      return library.element(method.getReturnType());
    }
    return element instanceof VariableElement variable
        ? library.element(variable.asType())
        : Optional.empty();
  }

  /** The type that the method around a statement returns. */
  Optional<TypeMirror> returned(TreePath statement) {
    for (TreePath step = statement; step != null; step = step.getParentPath()) {
      if (step.getLeaf() instanceof LambdaExpressionTree) {
        return Optional.empty();
      }
      if (step.getLeaf() instanceof MethodTree method && method.getReturnType() != null) {
        return type(new TreePath(step, method.getReturnType()));
      }
    }
    return Optional.empty();
  }

  /** Returns whether an expression names a class. */
  boolean isType(TreePath path) {
    return trees.getElement(path) instanceof TypeElement;
  }
}
