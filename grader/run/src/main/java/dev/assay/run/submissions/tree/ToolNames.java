package dev.assay.run.submissions.tree;

import java.util.Set;

/** Names that tools and operating systems give to what nobody hands in. */
public final class ToolNames {
  private static final Set<String> FILES = Set.of("Thumbs.db", "desktop.ini", "Icon\r");

  private ToolNames() {}

  /** Tells whether a folder of that name holds nothing that was handed in. */
  public static boolean isToolsOwn(String folder) {
    return folder.startsWith(".") || folder.equals("__MACOSX") || folder.equals("node_modules");
  }

  /** Tells whether a file or folder of that name was made by a tool and is of no interest. */
  public static boolean isHidden(String name) {
    return isToolsOwn(name) || FILES.contains(name);
  }
}
