package dev.assay.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Relative links between the files of a run. */
public final class Hrefs {
  private Hrefs() {}

  /**
   * Returns a link below the page's folder.
   *
   * @param names folders and a file, whatever characters they have
   */
  public static String of(String... names) {
    // The dot keeps a first name with a colon from being taken for a scheme.
    return "./" + Arrays.stream(names).map(Hrefs::encoded).collect(Collectors.joining("/"));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
