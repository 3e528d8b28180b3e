package dev.assay.run.submissions.tree;

import dev.assay.run.submissions.tree.Node.FileNode;
import dev.assay.run.submissions.tree.Node.FolderNode;
import dev.assay.run.submissions.tree.Node.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Copies folders into memory. */
final class Loading {
  private Loading() {}

  static FolderNode load(NodeName name, List<Node> children, Wanted wanted, Budget budget)
      throws IOException, Refused {
    List<Node> loaded = new ArrayList<>();
    for (Node child : children) {
      budget.entry(name);
      if (child instanceof FileNode file) {
        loaded.add(wanted.test(file.name().text()) ? inMemory(file, budget) : file);
      } else if (child instanceof FolderNode folder && !Tools.isToolsOwn(folder.name().text())) {
        loaded.add(folder.load(wanted, budget));
      } else if (!(child instanceof FolderNode)) {
        loaded.add(child);
      }
    }
    return FolderNode.of(name, loaded);
  }

  private static FileNode inMemory(FileNode file, Budget budget) throws IOException, Refused {
    byte[] bytes = budget.read(file);
    return new FileNode(file.name(), bytes.length, most -> bytes);
  }
}
