/**
 * Pages of results for people: a page an answer, and one for a class.
 *
 * <p>They are files that a browser opens from a disk: nothing is loaded from a network, and a
 * Content-Security-Policy lets no script run but Assay's own. Templates are in {@code
 * src/main/jte}; they escape whatever they show. Every text is in the catalogue.
 */
@NullMarked
package dev.assay.pages;

import org.jspecify.annotations.NullMarked;
