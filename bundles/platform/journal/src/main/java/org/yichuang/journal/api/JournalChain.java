package org.yichuang.journal.api;

import java.util.List;

/**
 * All that has happened to one thing, compared with the key of the journal as it was read.
 *
 * @param entries in their order, the first with sequence 1
 * @param isSound whether every entry is as it was written and none is missing between them
 * @param firstBreak the sequence of the first entry that is not as it was written, or that stands in the place of one
 *     that is missing; 0 when sound
 * @param anchor the number of the last anchor of the centre's trail at that moment, 0 before the first
 * @param anchorHash its hash: whoever keeps number and hash can tell later whether the trail was written anew
 */
public record JournalChain(
        List<JournalEntry> entries, boolean isSound, long firstBreak, long anchor, String anchorHash) {
    public JournalChain {
        entries = List.copyOf(entries);
    }
}
