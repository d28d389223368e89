package org.yichuang.journal.api;

/**
 * The end of an aggregate's audit chain.
 *
 * @param sequence how many entries there are
 * @param hash keyed hash of the last one, 64 hex characters, empty at the start
 */
public record ChainHead(long sequence, String hash) {
    /** The head of a chain without entries. */
    public static final ChainHead START = new ChainHead(0, "");
}
