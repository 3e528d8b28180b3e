package dev.assay.similarity.choices;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that an answer's author gave, and those that the answer uses. */
final class DeclaredNames extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Set<String> declared = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  /** Reads all sources of an answer. */
  static DeclaredNames of(List<CompilationUnitTree> sources) {
    DeclaredNames names = new DeclaredNames();
    sources.forEach(source -> names.scan(source, null));
    // The task gives these; all answers have them.
    names.declared.removeAll(Set.of("build", "fit"));
    return names;
  }

  /** Whether the author gave a name. */
  boolean isDeclared(String name) {
    return declared.contains(name);
  }

  /** Whether something mentions a name beyond its declaration. */
  boolean isUsed(String name) {
    return used.contains(name);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
    declared.add(tree.getSimpleName().toString());
    return super.visitClass(tree, null);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
    declared.add(tree.getName().toString());
    return super.visitMethod(tree, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
    declared.add(tree.getName().toString());
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
    used.add(tree.getName().toString());
    return super.visitIdentifier(tree, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
    used.add(tree.getIdentifier().toString());
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
    used.add(tree.getName().toString());
    return super.visitMemberReference(tree, null);
  }
}
