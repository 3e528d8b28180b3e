/** Rules: each looks for one kind of mistake. */
@NullMarked
package dev.assay.diagnosis.rules;

import org.jspecify.annotations.NullMarked;
