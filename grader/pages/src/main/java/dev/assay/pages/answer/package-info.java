/** What the page of an answer shows, ready for its template. */
@NullMarked
package dev.assay.pages.answer;

import org.jspecify.annotations.NullMarked;
