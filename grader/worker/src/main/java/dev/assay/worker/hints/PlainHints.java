package dev.assay.worker.hints;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreePath;
import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Library;
import dev.assay.worker.hints.source.Site;
import java.util.List;
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
  public Optional<Sentence> hint(Site site) {
    return switch (site.code()) {
      case "missing.ret.stmt" -> noReturn(site);
      case "class.public.should.be.in.file" -> fileName(site);
      case "call.must.be.first.stmt.in.ctor", "call.must.be.first" ->
          Optional.of(Sentence.of(HintCode.CONSTRUCTOR_CALL_FIRST));
      default -> Optional.empty();
    };
  }

  private static Optional<Sentence> fileName(Site site) {
    return site.tree() instanceof ClassTree type
        ? Optional.of(
            Sentence.of(HintCode.NAME_FILE_AS_CLASS, "class", type.getSimpleName().toString()))
        : Optional.empty();
  }

  private Optional<Sentence> noReturn(Site site) {
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
    String name = method.getName().toString();
    return Optional.of(
        forgotten
            ? Sentence.of(HintCode.RETURN_BEFORE_LAST_STATEMENT, "method", name)
            : Sentence.of(HintCode.NO_RETURN_AT_END, "method", name, "line", site.line()));
  }

  /** Returns whether the last statement computes what the method should return. */
  private boolean isResult(
      TreePath path, MethodTree method, TreePath statement, ExpressionStatementTree last) {
    Optional<TypeMirror> wanted = types.type(new TreePath(path, method.getReturnType()));
    Optional<TypeMirror> found = types.type(new TreePath(statement, last.getExpression()));
    return wanted.isPresent() && found.isPresent() && library.isA(found.get(), wanted.get());
  }
}
