package dev.assay.run.submissions.tree;

import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.HandInNode.Wanted;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    return new FileNode(file.name(), bytes.length, new Copy(bytes, file.content().modified()));
  }

  /** A file's bytes and time. */
  private static final class Copy implements HandInNode.Content {
    private final byte[] bytes;
    private final @Nullable Instant modified;

    Copy(byte[] bytes, @Nullable Instant modified) {
      this.bytes = bytes;
      this.modified = modified;
    }

    @Override
    public byte[] read(int most) {
      return bytes;
    }

    @Override
    public @Nullable Instant modified() {
      return modified;
    }
  }
}
