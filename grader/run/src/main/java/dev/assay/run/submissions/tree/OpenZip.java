package dev.assay.run.submissions.tree;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * An open zip file as a tree; nothing is unpacked to disk. Its files can be read while it is open.
 */
public final class OpenZip implements Closeable {
  private static final int MAX_ENTRIES = 50_000;

  private final ZipFile zip;
  private final ZipTree tree;

  private OpenZip(ZipFile zip, ZipTree tree) {
    this.zip = zip;
    this.tree = tree;
  }

  /**
   * Opens a zip file.
   *
   * @throws Refused when it is none, is damaged or too large
   */
  public static OpenZip of(FileNode file) throws IOException, Refused {
    return of(file.name().text(), file.content().open(Budget.MAX_ARCHIVE_BYTES));
  }

  private static OpenZip of(String name, SeekableByteChannel source) throws IOException, Refused {
    Directory channel = new Directory(source);
    try {
      Magic.Kind other = Magic.of(source);
      if (other != null) {
        throw new Refused(Sentence.of(NoteCode.DISGUISED_ARCHIVE, "file", name, "kind", other));
      }
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              .setCharset(StandardCharsets.ISO_8859_1)
              .setUseUnicodeExtraFields(true)
              .get();
      channel.isRead();
      return new OpenZip(zip, new ZipTree(name, zip, entries(name, zip)));
    } catch (IOException | RuntimeException e) {
      source.close();
      throw damaged(name, e);
    } catch (Refused e) {
      source.close();
      throw e;
    }
  }

  static Refused damaged(String name, Exception e) {
    return new Refused(
        Sentence.of(NoteCode.ZIP_NOT_READ, "file", name, "reason", SentenceException.of(e)));
  }

  private static List<ZipArchiveEntry> entries(String name, ZipFile zip) throws Refused {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (entries.size() > MAX_ENTRIES) {
      throw new Refused(
          Sentence.of(
              NoteCode.ZIP_TOO_MANY_ENTRIES,
              "file",
              name,
              "entries",
              entries.size(),
              "limit",
              MAX_ENTRIES));
    }
    return entries;
  }

  /** All files and folders in it. */
  public FolderNode root() throws Refused {
    return tree.root();
  }

  /** The encoding that its names were read in, where it had to be guessed; else null. */
  public @Nullable Charset guess() {
    return tree.guess();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
