package dev.assay.worker.hints;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Mistakes that have nothing to do with models. */
final class PlainHints implements Family {
  private final Library library;
  private final Attribution types;

  PlainHints(Library library, Attribution types) {
    this.library = library;
    this.types = types;
  }

  @Override
  public Optional<String> hint(Site site) {
    return switch (site.code()) {
      case "missing.ret.stmt" -> noReturn(site);
      case "class.public.should.be.in.file" -> fileName(site);
      case "call.must.be.first.stmt.in.ctor", "call.must.be.first" ->
          Optional.of(
              "Answers are compiled as Java 17: a call of super or this comes first in a"
                  + " constructor.");
      default -> Optional.empty();
    };
  }

  private static Optional<String> fileName(Site site) {
    return site.tree() instanceof ClassTree type
        ? Optional.of(
            "Name the file %s.java, or the class like its file.".formatted(type.getSimpleName()))
        : Optional.empty();
  }

  private Optional<String> noReturn(Site site) {
    if (!(site.tree() instanceof BlockTree body)
        || site.parent() == null
        || !(site.parent().getLeaf() instanceof MethodTree method)) {
      return Optional.empty();
    }
    List<? extends StatementTree> statements = body.getStatements();
    boolean forgotten =
        !statements.isEmpty()
            && statements.get(statements.size() - 1) instanceof ExpressionStatementTree last
            && isResult(
                site.parent(), method, new TreePath(new TreePath(site.parent(), body), last), last);
    return Optional.of(
        forgotten
            ? "Write return before the last statement of %s.".formatted(method.getName())
            : String.format(
                Locale.ROOT,
                "%s can end without a return: add one before the } of line %s.",
                method.getName(),
                site.line()));
  }

  /** Returns whether the last statement computes what the method should return. */
  private boolean isResult(
      TreePath path, MethodTree method, TreePath statement, ExpressionStatementTree last) {
    Optional<TypeMirror> wanted = types.type(new TreePath(path, method.getReturnType()));
    Optional<TypeMirror> found = types.type(new TreePath(statement, last.getExpression()));
    return wanted.isPresent() && found.isPresent() && library.isA(found.get(), wanted.get());
  }
}
