package org.yichuang.journal.api;

import java.util.List;
import java.util.OptionalLong;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;

/** Reading and proving the audit trail. */
public interface Journal {
    /** Returns the entries of one aggregate in order. */
    @NeedsNoPermission("the module whose aggregate it is has let in whoever asks")
    Page<JournalEntry> entries(String aggregateType, String aggregateId, PageRequest page, CallContext context);

    /**
     * Returns all entries of one aggregate, each compared with the key. What is no longer as it was written is returned
     * all the same, and named.
     *
     * @throws ProblemException {@code took-too-long} for a chain of more than 10,000 entries
     */
    @NeedsNoPermission("the module whose aggregate it is has let in whoever asks")
    JournalChain chain(String aggregateType, String aggregateId, CallContext context);

    /** Returns the entries of the context's tenant, the newest first. */
    @RequiresPermission(JournalPermission.AUDIT)
    Page<JournalEntry> latest(PageRequest page, CallContext context);

    /**
     * Looks for events of the context's tenant in the order in which listeners hear of them, whatever moments they
     * bear: for those who want to know at once that there is something new, and not what.
     *
     * @param since the anchor with which the last answer ended; empty to learn only where the trail ends now
     */
    @NeedsNoPermission("it tells that there is something, not what")
    NewEvents newEvents(EventFilter wanted, OptionalLong since, CallContext context);

    /**
     * What has come.
     *
     * @param anchor the number of the last anchor, with which the next question begins
     * @param isAny whether an event that was wanted is among what the anchors since hold
     */
    record NewEvents(long anchor, boolean isAny) {}

    /**
     * Notes a refusal (of access, or of a command) and returns at once, without touching the database. Refusals of
     * accounts become entries within a second; those of the public, and what comes faster than can be written, are
     * counted and become one entry per minute and error code. Of {@code operation} the first 200 characters are kept.
     *
     * @param operation method and path template, or command
     */
    @NeedsNoPermission("everybody may be refused")
    void refused(String operation, ProblemException refusal, CallContext context);

    /**
     * The same of a command whose refusal is itself a fact that other modules hear of: the entry is an event, though
     * the command is rolled back. One that is only counted, as the many, is no event.
     *
     * @param event the fact; its number says which aggregate was not changed
     */
    @NeedsNoPermission("everybody may be refused")
    default void refused(String operation, ProblemException refusal, DomainEvent event, CallContext context) {
        refused(operation, refusal, context);
    }

    /**
     * Walks all chains and anchors of a tenant and compares them with each other, with the aggregates' heads and with
     * the anchors' head kept outside of the database.
     */
    Verification verify(TenantId tenant);

    /**
     * Proves what has come since the last proof that found nothing, for every day: anchors and entries since, that
     * those of before are as many and end with the same anchor, the rows that new entries speak about, and what waits
     * to leave. What somebody has written into older entries, or into rows that no new entry speaks about, only
     * {@link #verify} finds. Without a proof to go on from, everything is proved. While the module of rows that new
     * entries speak about is not there, the next one begins where this one did.
     */
    default Verification verifyRecent(TenantId tenant) {
        return verify(tenant);
    }

    /**
     * The result of a verification.
     *
     * @param sound whether nothing is broken
     * @param chains how many chains were walked
     * @param entries how many entries were checked
     * @param anchors how many anchors were checked
     * @param firstBreak where and what the first break is, in Chinese and English separated by " / ", empty when sound
     * @param since the number of the anchor with which the last proof ended that this one goes on from; 0 when
     *     everything was proved
     * @param purged how many old access entries were purged; their summaries were proved in their place
     * @param absent the kinds of rows that entries speak about and nobody could be asked for, as their modules are not
     *     there: of these only the entries were proved
     */
    record Verification(
            boolean sound,
            long chains,
            long entries,
            long anchors,
            String firstBreak,
            long since,
            long purged,
            List<String> absent) {
        public Verification {
            absent = List.copyOf(absent);
        }

        /** One for which everybody was there. */
        public Verification(
                boolean sound, long chains, long entries, long anchors, String firstBreak, long since, long purged) {
            this(sound, chains, entries, anchors, firstBreak, since, purged, List.of());
        }
    }
}
