#!/usr/bin/Rscript
# Makes mpg.csv, the EPA fuel economy table as ggplot2 ships it.
# Usage: Rscript mpg.R [FILE]    (default: ../basic-regression/mpg.csv, seen from this script)
# Needs the Debian packages r-base-core and r-cran-ggplot2.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
arguments <- commandArgs(TRUE)
file <- if (length(arguments) > 0) arguments[1] else file.path(here, "..", "basic-regression", "mpg.csv")
table <- as.data.frame(ggplot2::mpg)
stopifnot(nrow(table) == 234, !anyNA(table))
cells <- unlist(lapply(table, as.character))
stopifnot(!grepl("[\",\r\n]", cells)) # so that no cell needs quotes
output <- file(file, "wb") # binary: LF on every system
write.csv(table, output, row.names = FALSE, quote = FALSE)
close(output)
