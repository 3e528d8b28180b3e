package dev.assay.worker.hints.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Set;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The place of an error.
 *
 * @param code javac's name for the kind of error, without "compiler.err."
 * @param message javac's sentence in English; its quoted tokens are the same in every language
 * @param source the file's text
 * @param start where the offending part begins, from 0
 * @param position where javac points, from 0
 * @param line from 1
 * @param unit the parsed file
 * @param path the smallest parsed part that has exactly the error's extent; null where there is
 *     none
 */
public record Site(
    String code,
    String message,
    Source source,
    int start,
    int position,
    long line,
    CompilationUnitTree unit,
    @Nullable TreePath path) {
  private static final String PREFIX = "compiler.err.";

  public static Site of(
      Diagnostic<?> error, Source source, CompilationUnitTree unit, SourcePositions positions) {
    int position = (int) Math.max(0, error.getPosition());
    int start = error.getStartPosition() < 0 ? position : (int) error.getStartPosition();
    String code = error.getCode();
    return new Site(
        code.startsWith(PREFIX) ? code.substring(PREFIX.length()) : code,
        error.getMessage(java.util.Locale.ROOT),
        source,
        start,
        position,
        error.getLineNumber(),
        unit,
        find(unit, positions, error));
  }

  /** Returns whether the error is one of these kinds. */
  public boolean is(Set<String> codes) {
    return codes.contains(code);
  }

  /** The tree at the error; null where there is none. */
  public @Nullable Tree tree() {
    return path == null ? null : path.getLeaf();
  }

  /** Returns the tree that encloses the one at the error; null at the top. */
  public @Nullable TreePath parent() {
    return path == null ? null : path.getParentPath();
  }

  private static @Nullable TreePath find(
      CompilationUnitTree unit, SourcePositions positions, Diagnostic<?> error) {
    Finder finder = new Finder(unit, positions, error);
    finder.scan(new TreePath(unit), null);
    return finder.found;
  }

  /** Finds the innermost tree of an error's extent. */
  private static final class Finder extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Diagnostic<?> error;
    private @Nullable TreePath found;

    Finder(CompilationUnitTree unit, SourcePositions positions, Diagnostic<?> error) {
      this.unit = unit;
      this.positions = positions;
      this.error = error;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, Void unused) {
      if (tree != null
          && positions.getStartPosition(unit, tree) == error.getStartPosition()
          && positions.getEndPosition(unit, tree) == error.getEndPosition()) {
        found = new TreePath(getCurrentPath(), tree);
      }
      return super.scan(tree, null);
    }
  }
}
