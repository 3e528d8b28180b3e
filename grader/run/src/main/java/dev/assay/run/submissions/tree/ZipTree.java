package dev.assay.run.submissions.tree;

import dev.assay.commons.text.Printable;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.run.submissions.text.CharsetGuess;
import dev.assay.run.submissions.tree.HandInNode.FileNode;
import dev.assay.run.submissions.tree.HandInNode.FolderNode;
import dev.assay.run.submissions.tree.HandInNode.OtherNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Sorts a zip file's entries into folders, their names decoded. */
final class ZipTree {
  /** Bytes of a name: what file systems take. */
  private static final int MAX_NAME = 4096;

  private static final int MAX_DEPTH = 100;
  private static final int SHOWN = 100;

  private final String zipName;
  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;
  private final Charset charset;
  private final boolean guessed;

  ZipTree(String zipName, ZipFile zip, List<ZipArchiveEntry> entries) {
    this.zipName = zipName;
    this.zip = zip;
    this.entries = entries;
    List<byte[]> names =
        entries.stream().filter(ZipTree::saysNothing).map(ZipArchiveEntry::getRawName).toList();
    charset = CharsetGuess.ofNames(names);
    guessed = !charset.equals(StandardCharsets.UTF_8);
  }

  @Nullable Charset guess() {
    return guessed ? charset : null;
  }

  /** Tells whether an entry's name is in an encoding that is not said. */
  private static boolean saysNothing(ZipArchiveEntry entry) {
    return entry.getNameSource() != NameSource.UNICODE_EXTRA_FIELD
        && (!entry.getGeneralPurposeBit().usesUTF8ForNames()
            || CharsetGuess.strict(entry.getRawName(), StandardCharsets.UTF_8) == null);
  }

  /** A folder while it is filled. */
  private static final class Growing {
    final Map<String, Growing> folders = new TreeMap<>();
    final Map<String, ZipArchiveEntry> files = new TreeMap<>();
  }

  FolderNode root() throws Refused {
    Growing root = new Growing();
    for (ZipArchiveEntry entry : entries) {
      add(root, entry);
    }
    return folder(NodeName.of(zipName), root);
  }

  private void add(Growing root, ZipArchiveEntry entry) throws Refused {
    String name = name(entry);
    List<String> parts = parts(name);
    if (parts.contains("..")) {
      throw refused(NoteCode.ZIP_LEADS_OUT, name);
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME || parts.size() > MAX_DEPTH) {
      throw refused(NoteCode.ZIP_NAME_TOO_LONG, name);
    }
    Growing folder = root;
    boolean isFolder = name.endsWith("/");
    for (int i = 0; i < parts.size() - (isFolder ? 0 : 1); i++) {
      folder = folder.folders.computeIfAbsent(parts.get(i), part -> new Growing());
    }
    if (!isFolder && !parts.isEmpty()) {
      // Of two entries of one name the later wins, as in any program that unpacks them.
      folder.files.put(parts.get(parts.size() - 1), entry);
    }
  }

  private String name(ZipArchiveEntry entry) {
    String name =
        entry.getNameSource() == NameSource.UNICODE_EXTRA_FIELD
            ? entry.getName()
            : new String(entry.getRawName(), saysNothing(entry) ? charset : StandardCharsets.UTF_8);
    return name.replace('\\', '/');
  }

  /** Without what makes it absolute. */
  private static List<String> parts(String name) {
    return Arrays.stream(name.replaceFirst("^[A-Za-z]:/", "").split("/"))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .toList();
  }

  private FolderNode folder(NodeName name, Growing growing) {
    List<HandInNode> children = new ArrayList<>();
    growing.folders.forEach((part, folder) -> children.add(folder(NodeName.of(part), folder)));
    growing.files.forEach((part, entry) -> children.add(leaf(NodeName.of(part), entry)));
    children.sort(DiskNodes.BY_NAME);
    return FolderNode.of(name, children);
  }

  private HandInNode leaf(NodeName name, ZipArchiveEntry entry) {
    return entry.isUnixSymlink()
        ? new OtherNode(name, OtherNode.Kind.LINK)
        : new FileNode(name, Math.max(0, entry.getSize()), new EntryContent(entry));
  }

  /** The content of an entry. */
  private final class EntryContent implements HandInNode.Content {
    private final ZipArchiveEntry entry;

    EntryContent(ZipArchiveEntry entry) {
      this.entry = entry;
    }

    @Override
    public byte[] read(int most) throws IOException, Refused {
      return ZipTree.this.read(entry, most);
    }

    @Override
    public @Nullable Instant modified() {
      FileTime time = entry.getLastModifiedTime();
      return time == null || time.toMillis() < 0 ? null : time.toInstant();
    }
  }

  private byte[] read(ZipArchiveEntry entry, int most) throws IOException, Refused {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw refused(NoteCode.ZIP_ENCRYPTED, name(entry));
    }
    if (!zip.canReadEntryData(entry)) {
      throw refused(NoteCode.ZIP_METHOD_UNKNOWN, name(entry));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        throw new Refused(
            Sentence.of(NoteCode.ZIP_UNPACKS_TOO_LARGE, "file", zipName, "limit", most));
      }
      return checked(entry, content);
    } catch (IOException | RuntimeException e) {
      throw OpenZip.damaged(zipName, e);
    }
  }

  private static byte[] checked(ZipArchiveEntry entry, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    if (sum.getValue() != entry.getCrc()) {
      throw new SentenceException(Sentence.of(NoteCode.ZIP_CHECKSUM_WRONG));
    }
    return content;
  }

  /** Refuses the file for an entry, whose name somebody may have made up. */
  private Refused refused(NoteCode code, String name) {
    return new Refused(Sentence.of(code, "file", zipName, "name", Printable.line(name, SHOWN)));
  }
}
