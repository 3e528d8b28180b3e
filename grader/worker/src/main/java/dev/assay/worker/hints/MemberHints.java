package dev.assay.worker.hints;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Imports;
import dev.assay.worker.hints.source.Library;
import dev.assay.worker.hints.source.Site;
import dev.assay.worker.hints.source.Translation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Methods and constants that a class does not have: the one that is meant. */
final class MemberHints implements Family {
  /** Methods that Java's collections and texts have since Java 21. */
  private static final Set<String> SINCE_21 =
      Set.of(
          "getFirst",
          "getLast",
          "removeFirst",
          "removeLast",
          "addFirst",
          "addLast",
          "reversed",
          "splitWithDelimiters",
          "clamp");

  private static final int MAX_CHOICE = 4;

  private final Library library;
  private final KerasNames keras;
  private final Attribution types;

  MemberHints(Library library, KerasNames keras, Attribution types) {
    this.library = library;
    this.keras = keras;
    this.types = types;
  }

  @Override
  public Optional<Sentence> hint(Site site) {
    TreePath path = site.path();
    if (!site.is(NameHints.UNKNOWN)
        || path == null
        || !(path.getLeaf() instanceof MemberSelectTree select)) {
      return Optional.empty();
    }
    return types
        .element(new TreePath(path, select.getExpression()))
        .flatMap(owner -> hint(site, path, owner, select.getIdentifier().toString()));
  }

  private Optional<Sentence> hint(Site site, TreePath path, TypeElement owner, String name) {
    boolean call =
        path.getParentPath().getLeaf() instanceof MethodInvocationTree invocation
            && invocation.getMethodSelect() == path.getLeaf();
    if (!library.own().contains(owner)) {
      return call && isJavas(owner) && SINCE_21.contains(name)
          ? Optional.of(
              Sentence.of(
                  HintCode.MEMBER_OF_NEWER_JAVA,
                  "type",
                  owner.getSimpleName().toString(),
                  "member",
                  name))
          : Optional.empty();
    }
    Optional<Sentence> known = keras.member(owner.getSimpleName().toString(), name, call);
    if (known.isPresent()) {
      return known;
    }
    return call ? method(site, owner, name) : constant(site, owner, name);
  }

  private static boolean isJavas(TypeElement type) {
    return type.getQualifiedName().toString().startsWith("java.");
  }

  private Optional<Sentence> method(Site site, TypeElement owner, String name) {
    List<ExecutableElement> all = methods(owner);
    Set<String> similar = names(all.stream(), name, true);
    if (similar.isEmpty()) {
      similar = names(all.stream(), name, false);
    }
    if (similar.size() == 1) {
      return Optional.of(write(owner, name, List.of(similar.iterator().next() + "(...)")));
    }
    return isStatic(site) ? factories(owner, name) : Optional.empty();
  }

  /** Returns all methods that are public or declared in an interface. */
  private List<ExecutableElement> methods(TypeElement owner) {
    return library.methods(owner).stream()
        .filter(method -> !isJavas(Imports.owner(method)))
        .toList();
  }

  private static Set<String> names(
      Stream<? extends Element> members, String name, boolean sameLetters) {
    return members
        .map(member -> member.getSimpleName().toString())
        .filter(
            member -> sameLetters ? Similar.sameLetters(member, name) : Similar.is(member, name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns whether the method is called on a class rather than an object. */
  private boolean isStatic(Site site) {
    return site.path() != null
        && site.path().getLeaf() instanceof MemberSelectTree select
        && types.isType(new TreePath(site.path(), select.getExpression()));
  }

  private Optional<Sentence> factories(TypeElement owner, String name) {
    List<String> some = Translation.signatures(library.factories(owner));
    return some.isEmpty() ? Optional.empty() : Optional.of(write(owner, name, some));
  }

  private static Sentence write(TypeElement owner, String name, List<String> codes) {
    return Sentence.of(
        HintCode.HAS_NO_MEMBER, "type", Imports.nested(owner), "member", name, "codes", codes);
  }

  private Optional<Sentence> constant(Site site, TypeElement owner, String name) {
    String plain = keras.whole(name);
    List<? extends Element> fields =
        owner.getEnclosedElements().stream()
            .filter(field -> field.getKind().isField())
            .filter(field -> field.getModifiers().contains(Modifier.STATIC))
            .toList();
    List<? extends Element> same =
        fields.stream()
            .filter(field -> Library.plain(field.getSimpleName().toString()).equals(plain))
            .toList();
    Set<String> names =
        same.isEmpty()
            ? names(fields.stream(), name, false)
            : names(same.stream(), same.get(0).getSimpleName().toString(), true);
    if (names.isEmpty() && isStatic(site)) {
      return choice(owner, name, fields);
    }
    return names.size() == 1 && isStatic(site)
        ? Optional.of(
            write(owner, name, List.of(Imports.nested(owner) + "." + names.iterator().next())))
        : Optional.empty();
  }

  /** The constants whose names contain what was asked for. */
  private static Optional<Sentence> choice(
      TypeElement owner, String name, List<? extends Element> fields) {
    List<String> containing =
        fields.stream()
            .map(field -> field.getSimpleName().toString())
            .filter(field -> Library.plain(field).contains(Library.plain(name)))
            .toList();
    return containing.isEmpty() || containing.size() > MAX_CHOICE
        ? Optional.empty()
        : Optional.of(
            Sentence.of(
                HintCode.CHOOSE_CONSTANT,
                "type",
                Imports.nested(owner),
                "member",
                name,
                "constants",
                containing));
  }
}
