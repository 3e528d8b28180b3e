/** What an exam came to, for people and programs. */
@NullMarked
package dev.assay.exam.results;

import org.jspecify.annotations.NullMarked;
