package dev.assay.run.submissions.tree;

import dev.assay.run.submissions.tree.HandInNode.Content;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.HandInNode.Lister;
import dev.assay.run.submissions.tree.HandInNode.OtherNode;
import dev.assay.run.submissions.tree.HandInNode.Wanted;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files and folders on disk; links are not followed. */
public final class DiskNodes {
  /** Sorts by name, then by bytes, so that the order is the same everywhere. */
  static final Comparator<HandInNode> BY_NAME =
      Comparator.comparing((HandInNode node) -> node.name().text())
          .thenComparing(node -> node.name().exact());

  private DiskNodes() {}

  /** The node at a path. */
  public static HandInNode of(Path path) throws IOException {
    NodeName name = NodeName.of(path);
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isDirectory()
        ? new FolderNode(name, new DiskFolder(path))
        : leaf(name, attributes, new DiskFile(path));
  }

  static HandInNode leaf(NodeName name, BasicFileAttributes attributes, Content content) {
    if (attributes.isRegularFile()) {
      return new FileNode(name, attributes.size(), content);
    }
    return new OtherNode(
        name, attributes.isSymbolicLink() ? OtherNode.Kind.LINK : OtherNode.Kind.OTHER);
  }

  private record DiskFile(Path path) implements Content {
    @Override
    public byte[] read(int most) throws IOException, Refused {
      try (SeekableByteChannel channel = open(most)) {
        return SafeFile.read(NodeName.of(path).text(), channel, most);
      }
    }

    @Override
    public SeekableByteChannel open(int most) throws IOException, Refused {
      return DiskNodes.open(path);
    }

    @Override
    public @Nullable Instant modified() {
      try {
        return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
      } catch (IOException e) {
        return null;
      }
    }
  }

  /** Opens a file without following a link and without waiting for a pipe. */
  private static SeekableByteChannel open(Path path) throws IOException, Refused {
    return SafeFile.open(
        NodeName.of(path).text(),
        () ->
            Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
  }

  /** Lists a folder by its path; copies it without looking at the path again. */
  private record DiskFolder(Path path) implements Lister {
    @Override
    public List<HandInNode> list() throws IOException {
      List<HandInNode> children = new ArrayList<>();
      try (DirectoryStream<Path> list = Files.newDirectoryStream(path)) {
        for (Path child : list) {
          children.add(of(child));
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
      children.sort(BY_NAME);
      return children;
    }

    @Override
    public FolderNode load(NodeName name, Wanted wanted, Budget budget)
        throws IOException, Refused {
      return DiskCopy.of(path, name, wanted, budget);
    }
  }
}
