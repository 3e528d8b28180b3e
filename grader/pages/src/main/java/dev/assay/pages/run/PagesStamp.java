package dev.assay.pages.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells by a file in a run's folder what the pages of the run were made from, so that those of a
 * large class are not made again where nothing has changed.
 */
final class PagesStamp {
  private static final String FILE = ".pages";
  private static final String RESULT = "result.json";

  /** The files about the class; of results the size and the time tell whether they changed. */
  private static final List<String> OF_THE_CLASS =
      List.of(
          "entries.json",
          "class.json",
          "roster.csv",
          "overrides.jsonl",
          "similarity.json",
          ".anonymous-key");

  private final RunPages pages;
  private final MessageDigest digest;
  private boolean complete = true;

  private PagesStamp(RunPages pages) {
    this.pages = pages;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Marks the pages as those of the run as it is now. */
  static void write(RunPages pages) throws IOException {
    if (pages.shared()) {
      Files.writeString(file(pages), new PagesStamp(pages).made());
    }
  }

  static void remove(RunPages pages) throws IOException {
    Files.deleteIfExists(file(pages));
  }

  /** Tells whether all pages are there and were made from what is there now. */
  static boolean isCurrent(RunPages pages) throws IOException {
    if (!Files.exists(file(pages)) || !Files.exists(pages.home())) {
      return false;
    }
    PagesStamp now = new PagesStamp(pages);
    return now.made().equals(Files.readString(file(pages))) && now.complete;
  }

  private static Path file(RunPages pages) {
    return pages.folder().resolve(FILE);
  }

  private String made() throws IOException {
    add(pages.version() + "\n" + pages.texts().language() + "\n" + pages.title() + "\n");
    for (String name : OF_THE_CLASS) {
      Path file = pages.folder().resolve(name);
      add(name + "\n");
      if (Files.exists(file)) {
        digest.update(Files.readAllBytes(file));
      }
    }
    for (Path submission : folders(pages.folder())) {
      for (Path answer : folders(submission)) {
        addResult(answer);
      }
    }
    return HexFormat.of().formatHex(digest.digest()) + "\n";
  }

  private void addResult(Path answer) throws IOException {
    Path result = answer.resolve(RESULT);
    if (Files.exists(result)) {
      BasicFileAttributes known = Files.readAttributes(result, BasicFileAttributes.class);
      add(
          pages.folder().relativize(answer)
              + "\n"
              + known.size()
              + "\n"
              + known.lastModifiedTime()
              + "\n");
      complete &= Files.exists(answer.resolve(RunPages.PAGE));
    }
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }
}
