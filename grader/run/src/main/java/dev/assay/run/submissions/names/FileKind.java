package dev.assay.run.submissions.names;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of files, by their names. */
public final class FileKind {
  private static final Pattern JAVA =
      Pattern.compile("(?i)(.+)\\.java(?:[ _-]?\\(?\\d{1,2}\\)?)?(?:\\.txt)?", Pattern.DOTALL);
  private static final Pattern ZIP = Pattern.compile("(?i).+\\.(zip|jar)", Pattern.DOTALL);
  private static final Pattern OTHER_ARCHIVE =
      Pattern.compile("(?i).+\\.(rar|7z|alz|egg|(tar\\.)?(gz|bz2|xz|zst)|tar|tgz)", Pattern.DOTALL);
  private static final Set<String> PROJECT =
      Set.of(
          "pom.xml",
          "build.gradle",
          "build.gradle.kts",
          "settings.gradle",
          "settings.gradle.kts",
          ".project");
  private static final Set<String> NO_CLASSES = Set.of("module-info.java", "package-info.java");

  private FileKind() {}

  /** The name that a Java file had before a browser or an editor added to it; null of others. */
  public static @Nullable String javaName(String name) {
    Matcher matcher = JAVA.matcher(name);
    if (name.startsWith(".") || !matcher.matches()) {
      return null;
    }
    String java = matcher.group(1) + ".java";
    return NO_CLASSES.contains(java) ? null : java;
  }

  public static boolean isJava(String name) {
    return javaName(name) != null;
  }

  public static boolean isZip(String name) {
    return !name.startsWith(".") && ZIP.matcher(name).matches();
  }

  public static boolean isOtherArchive(String name) {
    return !name.startsWith(".") && OTHER_ARCHIVE.matcher(name).matches();
  }

  public static boolean isArchive(String name) {
    return isZip(name) || isOtherArchive(name);
  }

  /** Tells whether a build tool or an IDE takes the folder of such a file for a project. */
  public static boolean isProject(String name) {
    return PROJECT.contains(name) || name.endsWith(".iml");
  }

  /** Why an archive has no result but this. */
  public static Sentence refusal(String archive) {
    return Sentence.of(NoteCode.ARCHIVE_NOT_GRADED, "file", archive);
  }

  /** A file's name without its kind. */
  public static String stem(String name) {
    return name.replaceFirst(
        "(?i)\\.(java|zip|jar|rar|7z|alz|egg|tar|tgz|(tar\\.)?(gz|bz2|xz|zst))$", "");
  }
}
