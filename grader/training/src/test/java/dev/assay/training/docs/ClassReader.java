package dev.assay.training.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.util.DocTreePath;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import dev.assay.training.docs.ClassDoc.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the docstrings of a class and of what is public in it. */
final class ClassReader {
  /** A class says what it is in Keras by its first "Keras's ..." in code. */
  private static final Pattern KERAS =
      Pattern.compile("Keras's (?:\\w+ )?`([^`]+)`|`(keras\\.[\\w.]+)`");

  /** The section whose rows are links, without code. */
  static final String SEE_ALSO = "See also";

  private final DocTrees trees;
  private final Elements elements;
  private final Types types;

  ClassReader(DocTrees trees, Elements elements, Types types) {
    this.trees = trees;
    this.elements = elements;
    this.types = types;
  }

  /** The last part of the name of the package. */
  String family(Element element) {
    return elements.getPackageOf(element).getSimpleName().toString();
  }

  ClassDoc read(TypeElement type) {
    Markdown doc = markdown(type);
    Members members = new Members(this, type);
    Map<String, List<Row>> sections = new LinkedHashMap<>();
    sections.put("Constants", members.constants());
    sections.put("Made by", members.makers());
    sections.put("Parameters", members.parameters());
    sections.put("Options", members.options());
    sections.put("Methods", members.methods());
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      if (nested.getModifiers().contains(Modifier.PUBLIC)) {
        sections.put(nested.getSimpleName().toString(), new Members(this, nested).all());
      }
    }
    sections.put("Errors", errors(type));
    sections.put(SEE_ALSO, related(type));
    sections.values().removeIf(List::isEmpty);
    return new ClassDoc(
        elements.getPackageOf(type).getQualifiedName().toString(),
        family(type),
        type.getSimpleName().toString(),
        keras(type, doc),
        parents(type),
        doc(type).map(this::summary).orElse(""),
        doc.text(),
        doc.example(),
        sections,
        Gaps.of(type.getSimpleName().toString(), doc, sections));
  }

  private String keras(TypeElement type, Markdown doc) {
    Matcher name = KERAS.matcher(doc.line());
    String prefix = Docstrings.FAMILIES.getOrDefault(family(type), "keras");
    if (!name.find()) {
      return "";
    }
    return name.group(1) == null ? name.group(2) : prefix + "." + name.group(1);
  }

  private List<String> parents(TypeElement type) {
    List<String> parents = new ArrayList<>();
    for (TypeMirror parent : type.getInterfaces()) {
      Element element = types.asElement(parent);
      if (page(element).isPresent()) {
        parents.add(link(type, element, element.getSimpleName().toString()));
      }
    }
    return parents;
  }

  /** Errors of the class's own methods, each with what throws it. */
  private List<Row> errors(TypeElement type) {
    List<Row> rows = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      doc(member)
          .ifPresent(
              doc -> {
                for (DocTree tag : doc.getBlockTags()) {
                  if (tag instanceof ThrowsTree error) {
                    rows.add(
                        new Row(
                            member.getSimpleName() + ": " + error.getExceptionName(),
                            markdown(member, error.getDescription()).line()));
                  }
                }
              });
    }
    return rows;
  }

  /** What the docstring says of a parameter. */
  Optional<String> parameter(Element owner, String name) {
    return doc(owner).stream()
        .flatMap(doc -> doc.getBlockTags().stream())
        .filter(tag -> tag instanceof ParamTree param && param.getName().toString().equals(name))
        .map(tag -> markdown(owner, ((ParamTree) tag).getDescription()).line())
        .findFirst();
  }

  /** What the docstring says a method returns. */
  Optional<String> result(Element method) {
    return doc(method).stream()
        .flatMap(doc -> doc.getBlockTags().stream())
        .filter(ReturnTree.class::isInstance)
        .map(tag -> markdown(method, ((ReturnTree) tag).getDescription()).line())
        .findFirst();
  }

  private String summary(DocCommentTree doc) {
    return new Markdown(doc.getFirstSentence(), link -> plain(link)).line();
  }

  Optional<DocCommentTree> doc(Element element) {
    return Optional.ofNullable(trees.getDocCommentTree(element));
  }

  /** The docstring; empty where there is none. */
  Markdown markdown(Element element) {
    return markdown(element, doc(element).map(DocCommentTree::getFullBody).orElse(List.of()));
  }

  private Markdown markdown(Element element, List<? extends DocTree> nodes) {
    return new Markdown(nodes, link -> link(element, link));
  }

  private String link(Element from, LinkTree link) {
    TreePath path = trees.getPath(from);
    DocCommentTree doc = trees.getDocCommentTree(from);
    Element target = trees.getElement(DocTreePath.getPath(path, doc, link.getReference()));
    if (target == null) {
      throw new IllegalArgumentException(from + ": nothing is called " + link.getReference());
    }
    return link(from, target, label(link));
  }

  private String link(Element from, Element target, String label) {
    String up = family(from).equals(family(target)) ? "" : "../" + family(target) + "/";
    return page(target)
        .filter(page -> !page.equals(outermost(from)))
        .map(page -> "[%s](%s%s.md)".formatted(label, up, page.getSimpleName()))
        .orElse("`" + label + "`");
  }

  private static String plain(LinkTree link) {
    return "`" + label(link) + "`";
  }

  private static String label(LinkTree link) {
    return link.getLabel().isEmpty()
        ? link.getReference().getSignature().replaceFirst("^#", "").replace('#', '.')
        : link.getLabel().stream().map(DocTree::toString).collect(Collectors.joining());
  }

  /** For a constant without words: what it is. */
  String kind(VariableElement constant) {
    Element kind = types.asElement(constant.asType());
    return link(constant, kind, kind.getSimpleName().toString());
  }

  /** Where a constant is. */
  String home(VariableElement constant) {
    return "A constant of `" + owner(constant).getSimpleName() + "`.";
  }

  /** The constants of that very type that its parents have. */
  Stream<VariableElement> constants(TypeElement type) {
    return type.getInterfaces().stream()
        .map(types::asElement)
        .flatMap(parent -> ElementFilter.fieldsIn(parent.getEnclosedElements()).stream())
        .filter(field -> same(field.asType(), type.asType()));
  }

  /** Methods of the interfaces that a class implements. */
  Stream<ExecutableElement> parents(TypeElement type, Predicate<ExecutableElement> which) {
    return type.getInterfaces().stream()
        .map(types::asElement)
        .flatMap(parent -> ElementFilter.methodsIn(parent.getEnclosedElements()).stream())
        .filter(which);
  }

  /** An option that a parent declares, with a link to it. */
  ClassDoc.Row shared(TypeElement type, ExecutableElement method) {
    Element parent = owner(method);
    String from = link(type, parent, parent.getSimpleName().toString());
    return new Row(
        signature("." + method.getSimpleName(), method),
        doc(method).map(this::summary).orElse("") + " Of " + from + ".");
  }

  /** Links to the classes that the public members of a class take or give. */
  private List<Row> related(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .filter(method -> method.getAnnotation(Override.class) == null)
        .flatMap(
            method ->
                Stream.concat(
                    Stream.of(method.getReturnType()),
                    method.getParameters().stream().map(Element::asType)))
        .map(ClassReader::component)
        .filter(this::isPage)
        .map(types::asElement)
        .filter(element -> !outermost(element).equals(type))
        .map(element -> link(type, element, outermost(element).getSimpleName().toString()))
        .distinct()
        .sorted()
        .map(link -> new Row("", link))
        .toList();
  }

  private static TypeMirror component(TypeMirror type) {
    return type instanceof ArrayType array ? array.getComponentType() : type;
  }

  /** Whether the class has a page. */
  boolean isPage(TypeMirror type) {
    return type instanceof DeclaredType && page(types.asElement(type)).isPresent();
  }

  private Optional<TypeElement> page(Element element) {
    return Optional.of(outermost(element))
        .filter(type -> elements.getPackageOf(type).toString().startsWith("dev.assay."))
        .filter(type -> Docstrings.hasPage(type, family(type)));
  }

  private static TypeElement outermost(Element element) {
    Element type = element;
    while (owner(type).getKind() != ElementKind.PACKAGE) {
      type = owner(type);
    }
    return (TypeElement) type;
  }

  /** What an element is declared in. */
  static Element owner(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement(), element::toString);
  }

  /** Whether one stands for the other but for type arguments. */
  boolean same(TypeMirror a, TypeMirror b) {
    return types.isSameType(types.erasure(a), types.erasure(b));
  }

  Element element(TypeMirror type) {
    return types.asElement(type);
  }

  /** As in a source file, without annotations and packages. */
  static String name(TypeMirror type) {
    return type.toString()
        .replaceAll("@[\\w.]+,? ?", "")
        .replaceAll("\\b[a-z]\\w*\\.", "")
        .replaceAll(",(?! )", ", ");
  }

  /** {@code name(int rows, int columns)}; a single argument needs no name. */
  static String signature(String name, ExecutableElement method) {
    List<? extends VariableElement> arguments = method.getParameters();
    return arguments.stream()
        .map(
            argument -> {
              String type = name(argument.asType());
              if (method.isVarArgs() && argument == arguments.get(arguments.size() - 1)) {
                type = type.replaceFirst("\\[]$", "...");
              }
              String own = argument.getSimpleName().toString();
              return type + " " + (own.matches("new[A-Z].*") ? lower(own.substring(3)) : own);
            })
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static String lower(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
