package dev.assay.run.submissions.tree;

import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.HandInNode.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Copies folders into memory. */
final class Loading {
  private Loading() {}

  static FolderNode load(NodeName name, List<HandInNode> children, Wanted wanted, Budget budget)
      throws IOException, Refused {
    List<HandInNode> loaded = new ArrayList<>();
    for (HandInNode child : children) {
      budget.entry(name);
      if (child instanceof FileNode file) {
        loaded.add(wanted.test(file.name().text()) ? inMemory(file, budget) : file);
      } else if (child instanceof FolderNode folder
          && !ToolNames.isToolsOwn(folder.name().text())) {
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
