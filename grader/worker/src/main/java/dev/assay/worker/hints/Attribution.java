package dev.assay.worker.hints;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What javac found out of parts of a source before it met an error. */
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

  /** Whether an expression names a class. */
  boolean isType(TreePath path) {
    return trees.getElement(path) instanceof TypeElement;
  }
}
