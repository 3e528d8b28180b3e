package dev.assay.run.submissions;

import dev.assay.run.submissions.names.FileKind;
import dev.assay.run.submissions.text.JavaOutline;
import dev.assay.run.submissions.tree.Budget;
import dev.assay.run.submissions.tree.HandInNode;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tells Java files that only lie beside the one folder of a class from sources of the same answer.
 *
 * <p>They are strays if the folder answers a problem, they answer none, and no source in the folder
 * names a type of theirs, or their package.
 *
 * @param folder the only one beside them
 * @param sources the files beside it
 */
record Strays(FolderNode folder, List<FileNode> sources) {
  /** Whether the files have nothing to do with what lies in the folder. */
  boolean areThey() {
    if (HandInLayout.answers(folder).isEmpty()) {
      return false;
    }
    try {
      List<FileNode> inside = new ArrayList<>();
      collect(folder.load(FileKind::isJava, Budget.ofSources()), inside);
      String texts = String.join("\n", inside.stream().map(HandInLayout::text).toList());
      return sources.stream().allMatch(source -> isStray(source, texts));
    } catch (IOException | Refused e) {
      // The folder's own result will say so.
      return false;
    }
  }

  private boolean isStray(FileNode source, String texts) {
    JavaOutline outline = JavaOutline.of(HandInLayout.text(source));
    String type =
        Objects.requireNonNullElse(outline.publicType(), FileKind.stem(source.name().text()));
    boolean names = Pattern.compile("\\b" + Pattern.quote(type) + "\\b").matcher(texts).find();
    boolean sharesPackage =
        !outline.packageName().isEmpty() && texts.contains(outline.packageName() + ".");
    return outline.answers().isEmpty() && !names && !sharesPackage;
  }

  private static void collect(FolderNode folder, List<FileNode> files) throws IOException, Refused {
    for (HandInNode child : folder.children()) {
      if (child instanceof FolderNode inner) {
        collect(inner, files);
      } else if (child instanceof FileNode file && FileKind.isJava(file.name().text())) {
        files.add(file);
      }
    }
  }
}
