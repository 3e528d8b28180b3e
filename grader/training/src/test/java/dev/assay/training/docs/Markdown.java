package dev.assay.training.docs;

import com.sun.source.doctree.AttributeTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.function.Function;

/** A docstring as Markdown. Of HTML it knows what our docstrings use; anything else is an error. */
final class Markdown {
  private static final String MARK = "Example:";

  private final Function<LinkTree, String> links;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder example = new StringBuilder();
  private boolean preformatted;
  private String hyperlink = "";

  /**
   * Makes Markdown of a part of a docstring.
   *
   * @param links makes a link's Markdown
   */
  Markdown(List<? extends DocTree> nodes, Function<LinkTree, String> links) {
    this.links = links;
    nodes.forEach(this::add);
  }

  static Markdown of(DocCommentTree doc, Function<LinkTree, String> links) {
    return new Markdown(doc.getFullBody(), links);
  }

  /** The text without the example. */
  String text() {
    return text.toString().replaceAll(" *\n *(?=\n|- )", "\n").strip();
  }

  /** The text on one line, as a table needs it. */
  String line() {
    return text().replaceAll("\\s+", " ");
  }

  /** The code that stands behind "Example:", empty where there is none. */
  String example() {
    return example.toString().stripTrailing();
  }

  private void add(DocTree node) {
    switch (node.getKind()) {
      case TEXT -> text.append(((TextTree) node).getBody().replaceAll("\\s+", " "));
      case ENTITY -> text.append('&').append(((EntityTree) node).getName()).append(';');
      case CODE -> code(((LiteralTree) node).getBody().getBody());
      case LITERAL -> text.append(((LiteralTree) node).getBody().getBody());
      case LINK -> text.append(links.apply((LinkTree) node));
      case START_ELEMENT -> open((StartElementTree) node);
      case END_ELEMENT -> close(((EndElementTree) node).getName().toString());
      case INHERIT_DOC -> {}
      default -> throw unknown(node.toString());
    }
  }

  private void code(String code) {
    if (!preformatted) {
      text.append('`').append(code.strip().replaceAll("\\s+", " ")).append('`');
      return;
    }
    String block = code.stripIndent().strip();
    int mark = text.length() - MARK.length();
    if (mark >= 0 && text.substring(mark).equals(MARK)) {
      text.setLength(mark);
      example.append(block).append('\n');
    } else {
      text.append("\n\n```java\n").append(block).append("\n```\n\n");
    }
  }

  private void open(StartElementTree element) {
    switch (element.getName().toString()) {
      case "p" -> text.append("\n\n");
      case "ul" -> text.append("\n");
      case "li" -> text.append("\n- ");
      case "pre" -> {
        preformatted = true;
        text.setLength(text.toString().stripTrailing().length());
      }
      case "a" -> text.append('[');
      default -> throw unknown(element.toString());
    }
    for (DocTree attribute : element.getAttributes()) {
      hyperlink = ((AttributeTree) attribute).getValue().toString();
    }
  }

  private void close(String element) {
    switch (element) {
      case "ul" -> text.append("\n\n");
      case "pre" -> preformatted = false;
      case "a" -> text.append("](").append(hyperlink).append(')');
      default -> {}
    }
  }

  private static IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException("Docstrings have no " + what + " yet: teach Markdown it");
  }
}
