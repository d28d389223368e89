package org.yichuang.journal.internal.domain;

/**
 * A batch of entries, fastened to the batch before.
 *
 * @param number from 1, without gaps within a tenant
 * @param previous the hash of the anchor before, empty for the first
 * @param content the batch as JSON: {@code [["case","0A…",4,"9f…"],…]}
 * @param hash keyed hash over everything else
 */
public record Anchor(String tenant, long number, long atMicros, String previous, String content, String hash) {
    /** The place after which the first anchor comes. */
    public static final AnchorHead START = new AnchorHead(0, "");

    /** The next anchor after a head. */
    public static Anchor after(AnchorHead head, String tenant, long atMicros, String content, ChainKey key) {
        Anchor open = new Anchor(tenant, head.number() + 1, atMicros, head.hash(), content, "");
        return new Anchor(tenant, open.number, atMicros, open.previous, content, open.expectedHash(key));
    }

    /** What the hash must be. */
    public String expectedHash(ChainKey key) {
        return key.hash("anchor-1", tenant, Long.toString(number), Long.toString(atMicros), previous, content);
    }

    /** Where the chain of anchors stood before this one. */
    public AnchorHead before() {
        return new AnchorHead(number - 1, previous);
    }

    /** Where the chain of anchors stands with this one. */
    public AnchorHead head() {
        return new AnchorHead(number, hash);
    }
}
