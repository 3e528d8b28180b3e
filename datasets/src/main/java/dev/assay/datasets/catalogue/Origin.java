package dev.assay.datasets.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * The source of a data set and its terms of use.
 *
 * @param source who publishes it and where
 * @param licence its licence, as the publisher states it
 * @param citation how to cite it
 * @param standsInFor the data set that this one replaces where that cannot be had; may be null
 */
public record Origin(String source, String licence, String citation, @Nullable String standsInFor) {

  public static Origin of(String source, String licence, String citation) {
    return new Origin(source, licence, citation, null);
  }

  public Origin standingInFor(String title) {
    return new Origin(source, licence, citation, title);
  }
}
