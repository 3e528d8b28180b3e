/** Tests that the pages for people say what is so. */
@NullMarked
package dev.assay.cli.pages;

import org.jspecify.annotations.NullMarked;
