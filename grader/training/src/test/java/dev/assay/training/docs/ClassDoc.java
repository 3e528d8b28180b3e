package dev.assay.training.docs;

import java.util.List;
import java.util.Map;

/**
 * What the docstrings of a public class say, as Markdown.
 *
 * @param packageName such as "dev.assay.keras.layers"
 * @param family the last part of its package, such as "layers"
 * @param name its simple name
 * @param keras what it is called in Keras; empty where it is nothing of Keras's
 * @param parents the public classes and interfaces of the library that it extends
 * @param summary the first sentence
 * @param text the whole docstring without its example and tags
 * @param example the code of its example, empty where it has none
 * @param sections tables by their titles
 * @param gaps what its docstrings should say and do not
 */
record ClassDoc(
    String packageName,
    String family,
    String name,
    String keras,
    List<String> parents,
    String summary,
    String text,
    String example,
    Map<String, List<Row>> sections,
    List<String> gaps) {

  /**
   * A row of a table.
   *
   * @param code Java
   * @param text Markdown
   */
  record Row(String code, String text) {}

  /** The name that a program imports. */
  String qualifiedName() {
    return packageName + "." + name;
  }

  /** Where its page is, below grader/keras/docs. */
  String path() {
    return family + "/" + name + ".md";
  }
}
