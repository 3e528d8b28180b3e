package dev.assay.run.submissions.tree;

import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds when the newest file of what was handed in was last changed, as its file system or the
 * archive around it says. An archive is not opened for it: its owner sets the times in it at will.
 */
public final class NewestTime {
  /** More files than any answer has; of those after them no time is read. */
  private static final int MOST_NODES = 5_000;

  private static final int MAX_DEPTH = 50;

  private int nodes;
  private @Nullable Instant newest;

  private NewestTime() {}

  /** The time of a file, or of the newest file in a folder; null where no time is known. */
  public static @Nullable Instant of(Iterable<HandInNode> parts) {
    NewestTime time = new NewestTime();
    parts.forEach(part -> time.look(part, 0));
    return time.newest;
  }

  private void look(HandInNode node, int depth) {
    if (++nodes > MOST_NODES || depth > MAX_DEPTH) {
      return;
    }
    if (node instanceof FileNode file) {
      Instant modified = file.content().modified();
      if (modified != null && (newest == null || modified.isAfter(newest))) {
        newest = modified;
      }
    } else if (node instanceof FolderNode folder) {
      try {
        for (HandInNode child : folder.children()) {
          if (!ToolNames.isHidden(child.name().text())
              && !ToolNames.isToolsOwn(child.name().text())) {
            look(child, depth + 1);
          }
        }
      } catch (IOException | Refused e) {
        // Its own result will say so; here it has no time.
        return;
      }
    }
  }
}
