package dev.assay.pages;

import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param texts its language
 * @param title as the browser's tab shows it
 * @param assets its style and script
 * @param version of Assay
 * @param home the page of the class; null where there is none
 */
public record PageFrame(
    PageTexts texts, String title, Assets assets, String version, @Nullable Link home) {
  /**
   * A link to another page.
   *
   * @param href relative, its parts encoded
   * @param name where it leads
   */
  public record Link(String href, String name) {}
}
