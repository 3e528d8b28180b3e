/** Text for people: made harmless, measured, wrapped and set in tables; numbers and times. */
@NullMarked
package dev.assay.commons.text;

import org.jspecify.annotations.NullMarked;
