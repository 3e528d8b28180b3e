package dev.assay.pages.answer;

/**
 * What a candidate's code printed.
 *
 * @param text its beginning
 * @param file the name of the file that has all
 * @param cut whether the file has more
 */
public record Printed(String text, String file, boolean cut) {}
