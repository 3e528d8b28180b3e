/** What the page of a class shows, ready for its template. */
@NullMarked
package dev.assay.pages.classroom;

import org.jspecify.annotations.NullMarked;
