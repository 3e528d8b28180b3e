package dev.assay.similarity.choices;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import dev.assay.similarity.choices.Shape.Form;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Makes a shape of a parsed source: without imports, types, modifiers and given names. */
final class ShapeReader extends TreeScanner<@Nullable Void, @Nullable Void> {
  /** Stands for a name that the author gave. */
  private static final String GIVEN = "$";

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final DeclaredNames names;
  private final Deque<List<Shape>> open = new ArrayDeque<>();

  ShapeReader(CompilationUnitTree unit, SourcePositions positions, DeclaredNames names) {
    this.unit = unit;
    this.positions = positions;
    this.names = names;
  }

  /** The shape of the whole source. */
  Shape read() {
    List<Shape> types = new ArrayList<>();
    unit.getTypeDecls().forEach(type -> types.addAll(inside(() -> scan(type, null))));
    return Shape.unordered(Form.OTHER, "source", types, 0, 0, null);
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
    if (tree == null
        || tree instanceof ModifiersTree
        || tree instanceof ImportTree
        || tree instanceof PackageTree
        || tree instanceof AnnotationTree) {
      return null;
    }
    if (tree instanceof ParenthesizedTree || tree instanceof ExpressionStatementTree) {
      return super.scan(tree, null);
    }
    Shape shape = shape(tree);
    if (shape != null && !open.isEmpty()) {
      open.element().add(shape);
    }
    return null;
  }

  private @Nullable Shape shape(Tree tree) {
    if (tree instanceof MethodInvocationTree call) {
      return chain(call);
    }
    if (tree instanceof LiteralTree literal) {
      return literal(literal, "");
    }
    if (tree.getKind() == Tree.Kind.UNARY_MINUS
        && ((UnaryTree) tree).getExpression() instanceof LiteralTree literal) {
      return literal(literal, "-");
    }
    if (tree instanceof IdentifierTree name) {
      return leaf(tree, known(name.getName().toString()));
    }
    if (tree instanceof MemberSelectTree select) {
      return select(select);
    }
    if (tree instanceof VariableTree variable) {
      return variable(variable);
    }
    if (tree instanceof MethodTree method) {
      return method(method);
    }
    return other(tree);
  }

  private Shape other(Tree tree) {
    String label = tree.getKind().name();
    List<Shape> children = inside(() -> super.scan(tree, null));
    if (tree instanceof NewClassTree made) {
      label += " " + known(String.valueOf(made.getIdentifier()));
    }
    if (tree instanceof ClassTree type) {
      return Shape.unordered(
          Form.TYPE, label, children, start(tree), end(tree), type.getSimpleName().toString());
    }
    if (tree instanceof BlockTree) {
      return Shape.unordered(Form.OTHER, label, children, start(tree), end(tree), null);
    }
    Form form = tree instanceof StatementTree ? Form.STATEMENT : Form.OTHER;
    return Shape.of(form, label, children, start(tree), end(tree), null);
  }

  /** A chain of calls: {@code a.b(x).c(y)} has the links {@code b(x)} and {@code c(y)}. */
  private Shape chain(MethodInvocationTree call) {
    List<Shape> links = new ArrayList<>();
    ExpressionTree next = call;
    int end = end(call);
    while (next instanceof MethodInvocationTree link) {
      ExpressionTree method = link.getMethodSelect();
      List<Shape> arguments = inside(() -> scan(link.getArguments(), null));
      ExpressionTree before = null;
      String name = method.toString();
      if (method instanceof MemberSelectTree select) {
        before = select.getExpression();
        name = "." + known(select.getIdentifier().toString());
        if (before instanceof IdentifierTree type) {
          name = known(type.getName().toString()) + name;
          before = null;
        }
      } else {
        name = known(name);
      }
      int from = before == null ? start(link) : end(before);
      links.add(link(name, arguments, from, end(link)));
      next = before;
    }
    if (next != null) {
      Tree root = next;
      links.addAll(inside(() -> scan(root, null)));
    }
    Collections.reverse(links);
    return Shape.unordered(Form.CHAIN, "", links, start(call), end, null);
  }

  /** Layers have an order; callbacks and metrics have none. */
  private static Shape link(String name, List<Shape> arguments, int start, int end) {
    return name.endsWith("callbacks") || name.endsWith("compile")
        ? Shape.unordered(Form.LINK, name, arguments, start, end, null)
        : Shape.of(Form.LINK, name, arguments, start, end, null);
  }

  private Shape literal(LiteralTree literal, String sign) {
    Object value = literal.getValue();
    if (value instanceof Number number) {
      String text = sign + number.doubleValue();
      return Shape.of(Form.NUMBER, "#", List.of(), start(literal), end(literal), text);
    }
    if (value instanceof String text) {
      return Shape.of(Form.TEXT, "text", List.of(), start(literal), end(literal), text);
    }
    return leaf(literal, String.valueOf(value));
  }

  /** {@code Activation.RELU} is {@code RELU}, which may be imported. */
  private Shape select(MemberSelectTree select) {
    String name = known(select.getIdentifier().toString());
    boolean isConstant = name.equals(name.toUpperCase(Locale.ROOT));
    List<Shape> before = isConstant ? List.of() : inside(() -> scan(select.getExpression(), null));
    return Shape.of(Form.OTHER, name, before, start(select), end(select), null);
  }

  private Shape variable(VariableTree variable) {
    String name = variable.getName().toString();
    List<Shape> value = inside(() -> scan(variable.getInitializer(), null));
    boolean isDead = !value.isEmpty() && !names.isUsed(name);
    return Shape.of(
        isDead ? Form.DEAD_VARIABLE : Form.VARIABLE,
        "",
        value,
        start(variable),
        end(variable),
        name);
  }

  private @Nullable Shape method(MethodTree method) {
    String name = method.getName().toString();
    if (name.equals("<init>") && method.getParameters().isEmpty()) {
      return null;
    }
    List<Shape> parts = new ArrayList<>(inside(() -> scan(method.getParameters(), null)));
    parts.addAll(inside(() -> scan(method.getBody(), null)));
    boolean isDead =
        !method.getModifiers().getFlags().contains(Modifier.PUBLIC)
            && !name.equals("<init>")
            && !names.isUsed(name);
    return Shape.of(
        isDead ? Form.DEAD_METHOD : Form.METHOD,
        known(name),
        parts,
        start(method),
        end(method),
        name);
  }

  private Shape leaf(Tree tree, String label) {
    return Shape.of(Form.OTHER, label, List.of(), start(tree), end(tree), null);
  }

  private String known(String name) {
    return names.isDeclared(name) ? GIVEN : name;
  }

  private List<Shape> inside(Runnable scan) {
    open.push(new ArrayList<>());
    scan.run();
    return open.pop();
  }

  private int start(Tree tree) {
    return (int) Math.max(0, positions.getStartPosition(unit, tree));
  }

  private int end(Tree tree) {
    return (int) Math.max(start(tree), positions.getEndPosition(unit, tree));
  }
}
