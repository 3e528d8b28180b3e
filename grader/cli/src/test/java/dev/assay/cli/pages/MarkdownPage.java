package dev.assay.cli.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The links and headings of a Markdown page; what stands in code is neither. */
final class MarkdownPage {
  private static final Pattern FENCED =
      Pattern.compile("^(```|~~~).*?^\\1\\s*?$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`[^`]+`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*)$", Pattern.MULTILINE);

  private final String text;
  private final List<String> anchors;

  MarkdownPage(String text) {
    this.text = FENCED.matcher(text.replace("\r\n", "\n")).replaceAll("");
    this.anchors = anchors(this.text);
  }

  static MarkdownPage read(Path file) throws IOException {
    return new MarkdownPage(Files.readString(file));
  }

  /** The targets of links and images, as they are written. */
  List<String> targets() {
    return LINK.matcher(CODE.matcher(text).replaceAll("")).results().map(m -> m.group(1)).toList();
  }

  /** The names by which GitHub lets a link lead to each heading. */
  List<String> anchors() {
    return anchors;
  }

  private static List<String> anchors(String text) {
    List<String> anchors = new ArrayList<>();
    for (MatchResult heading : HEADING.matcher(text).results().toList()) {
      String anchor = anchor(heading.group(1));
      String unique = anchor;
      for (int i = 1; anchors.contains(unique); i++) {
        unique = String.format(Locale.ROOT, "%s-%d", anchor, i);
      }
      anchors.add(unique);
    }
    return anchors;
  }

  private static String anchor(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\]\\([^)]*\\)", "")
        .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
        .replace(' ', '-');
  }
}
