package org.yichuang.documents.api;

/**
 * How much of a table is taken; what has more is refused.
 *
 * @param bytes of the file as it comes; it is held in memory
 * @param rows below the headings, those that show nothing not counted
 * @param columns from the left; what stands to the right of them is not read
 * @param cell UTF-16 units of one cell; a longer one is a flaw of its row
 * @param unpacked bytes that a workbook unpacks to, all of its parts together
 */
public record TableLimits(int bytes, int rows, int columns, int cell, int unpacked) {}
