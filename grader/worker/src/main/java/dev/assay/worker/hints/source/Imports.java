package dev.assay.worker.hints.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The imports of a file, and how a name is written with them. */
public final class Imports {
  private final CompilationUnitTree unit;

  public Imports(CompilationUnitTree unit) {
    this.unit = unit;
  }

  /** The line that imports a type. */
  public static String line(TypeElement type) {
    return "import %s;".formatted(type.getQualifiedName());
  }

  /** The line that imports a constant. */
  public static String line(VariableElement constant) {
    return "import static %s.%s;".formatted(owner(constant).getQualifiedName(), constant);
  }

  /** The type that declares a field or method. */
  public static TypeElement owner(Element member) {
    return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
  }

  /** {@code RELU} where it is imported so, else {@code Activation.RELU}. */
  public String show(VariableElement constant) {
    TypeElement owner = owner(constant);
    return has(owner.getQualifiedName() + "." + constant, true)
            || has(owner.getQualifiedName() + ".*", true)
        ? constant.toString()
        : nested(owner) + "." + constant;
  }

  /** The line of the import that a name needs and the file lacks. */
  public Optional<String> missing(Element named) {
    if (named instanceof VariableElement constant) {
      TypeElement owner = owner(constant);
      return show(constant).equals(constant.toString()) ? Optional.empty() : missing(owner);
    }
    TypeElement outer = outermost((TypeElement) named);
    String name = outer.getQualifiedName().toString();
    String folder = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    return has(name, false) || has(folder + ".*", false)
        ? Optional.empty()
        : Optional.of(line(outer));
  }

  /** A type's name as it is written below its outermost type's import. */
  public static String nested(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement outer
        ? nested(outer) + "." + type.getSimpleName()
        : type.getSimpleName().toString();
  }

  private static TypeElement outermost(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement outer ? outermost(outer) : type;
  }

  private boolean has(String name, boolean isStatic) {
    return unit.getImports().stream().anyMatch(line -> matches(line, name, isStatic));
  }

  private static boolean matches(ImportTree line, String name, boolean isStatic) {
    return line.isStatic() == isStatic && line.getQualifiedIdentifier().toString().equals(name);
  }
}
