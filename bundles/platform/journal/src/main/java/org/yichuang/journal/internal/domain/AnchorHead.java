package org.yichuang.journal.internal.domain;

/**
 * The end of a tenant's chain of anchors; the part that is also kept outside of the database.
 *
 * @param number the last anchor's number, 0 when there is none
 * @param hash its hash
 */
public record AnchorHead(long number, String hash) {}
