package dev.assay.run.submissions.tree;

import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.HandInNode.Wanted;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Copies a folder into memory while others may change it.
 *
 * <p>Where the system can, each folder is opened from the one above it, so that none can be
 * replaced by a link on the way.
 */
final class DiskCopy {
  private final Wanted wanted;
  private final Budget budget;

  private DiskCopy(Wanted wanted, Budget budget) {
    this.wanted = wanted;
    this.budget = budget;
  }

  static FolderNode of(Path folder, NodeName name, Wanted wanted, Budget budget)
      throws IOException, Refused {
    Path parent = folder.getParent();
    try (DirectoryStream<Path> top = Files.newDirectoryStream(parent == null ? folder : parent)) {
      DiskCopy copy = new DiskCopy(wanted, budget);
      return parent == null ? copy.children(top, name, 0) : copy.folder(top, folder, name, 0);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private FolderNode folder(DirectoryStream<Path> above, Path path, NodeName name, int depth)
      throws IOException, Refused {
    try (DirectoryStream<Path> stream = open(above, path)) {
      return children(stream, name, depth);
    }
  }

  @SuppressWarnings("StreamResourceLeak") // the caller closes it
  private static DirectoryStream<Path> open(DirectoryStream<Path> above, Path path)
      throws IOException {
    return above instanceof SecureDirectoryStream<Path> secure
        ? secure.newDirectoryStream(path.getFileName(), LinkOption.NOFOLLOW_LINKS)
        : Files.newDirectoryStream(path);
  }

  private FolderNode children(DirectoryStream<Path> stream, NodeName name, int depth)
      throws IOException, Refused {
    budget.descend(depth, name);
    List<HandInNode> children = new ArrayList<>();
    for (Path path : stream) {
      budget.entry(name);
      NodeName child = NodeName.of(path);
      BasicFileAttributes attributes = attributes(stream, path);
      if (!attributes.isDirectory()) {
        children.add(leaf(stream, path, child, attributes));
      } else if (!ToolNames.isToolsOwn(child.text())) {
        children.add(folder(stream, path, child, depth + 1));
      }
    }
    children.sort(DiskNodes.BY_NAME);
    return FolderNode.of(name, children);
  }

  private HandInNode leaf(
      DirectoryStream<Path> stream, Path path, NodeName name, BasicFileAttributes attributes)
      throws IOException, Refused {
    HandInNode node = DiskNodes.leaf(name, attributes, most -> read(stream, path, name, most));
    if (!(node instanceof FileNode file) || !wanted.test(name.text())) {
      return node;
    }
    byte[] bytes = budget.read(file);
    return new FileNode(name, bytes.length, most -> bytes);
  }

  private static BasicFileAttributes attributes(DirectoryStream<Path> stream, Path path)
      throws IOException {
    return stream instanceof SecureDirectoryStream<Path> secure
        ? secure
            .getFileAttributeView(
                path.getFileName(), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes()
        : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static byte[] read(DirectoryStream<Path> stream, Path path, NodeName name, int most)
      throws IOException, Refused {
    try (SeekableByteChannel channel = SafeFile.open(name.text(), () -> channel(stream, path))) {
      return SafeFile.read(name.text(), channel, most);
    }
  }

  private static SeekableByteChannel channel(DirectoryStream<Path> stream, Path path)
      throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    return stream instanceof SecureDirectoryStream<Path> secure
        ? secure.newByteChannel(path.getFileName(), options)
        : Files.newByteChannel(path, options);
  }
}
