package dev.assay.run.submissions.tree;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** A file, a folder or something else in what was handed in, on disk or in an archive. */
public sealed interface HandInNode {
  NodeName name();

  /**
   * A file.
   *
   * @param size in bytes, as its folder or archive says
   * @param content reads it
   */
  record FileNode(NodeName name, long size, Content content) implements HandInNode {
    /** The same file under another name. */
    public FileNode named(String text) {
      return new FileNode(NodeName.of(text), size, content);
    }
  }

  /** A folder. */
  record FolderNode(NodeName name, Lister lister) implements HandInNode {
    /** A folder of nodes that are known. */
    public static FolderNode of(NodeName name, List<HandInNode> children) {
      List<HandInNode> copy = List.copyOf(children);
      return new FolderNode(name, () -> copy);
    }

    /** The entries, sorted by name. */
    public List<HandInNode> children() throws IOException, Refused {
      return lister.list();
    }

    /**
     * The same folder in memory.
     *
     * @param wanted chooses the files whose content is read; of the others only the name is kept
     */
    public FolderNode load(Wanted wanted, Budget budget) throws IOException, Refused {
      return lister.load(name, wanted, budget);
    }
  }

  /** Neither a file nor a folder. */
  record OtherNode(NodeName name, Kind kind) implements HandInNode {
    /** What it is. */
    public enum Kind {
      /** A symbolic link. */
      LINK,
      /** A pipe, a device or the like. */
      OTHER
    }
  }

  /** Reads a file's bytes. */
  interface Content {
    /**
     * Reads the file once.
     *
     * @throws Refused when it has more than {@code most} bytes, or is no longer a file
     */
    byte[] read(int most) throws IOException, Refused;

    /**
     * Opens the file for reading here and there; of one in an archive, at most {@code most} bytes.
     */
    default SeekableByteChannel open(int most) throws IOException, Refused {
      return new SeekableInMemoryByteChannel(read(most));
    }

    /**
     * When the file was last changed, as its folder or archive says; null where that is unknown.
     */
    default @Nullable Instant modified() {
      return null;
    }
  }

  /** Lists a folder. */
  interface Lister {
    /** The children, sorted by name. */
    List<HandInNode> list() throws IOException, Refused;

    /**
     * Copies the folder into memory.
     *
     * @param wanted chooses the files whose content is read; of the others only the name is kept
     */
    default FolderNode load(NodeName name, Wanted wanted, Budget budget)
        throws IOException, Refused {
      return Loading.load(name, list(), wanted, budget);
    }
  }

  /** Chooses files by their names. */
  interface Wanted {
    boolean test(String name);
  }
}
