/** Korean particles, which agree with how the word before them is read aloud. */
@NullMarked
package dev.assay.findings.korean;

import org.jspecify.annotations.NullMarked;
