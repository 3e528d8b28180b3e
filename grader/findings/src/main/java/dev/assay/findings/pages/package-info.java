/** The page of each finding: what it means, a program that draws it, its fix, and sources. */
@NullMarked
package dev.assay.findings.pages;

import org.jspecify.annotations.NullMarked;
