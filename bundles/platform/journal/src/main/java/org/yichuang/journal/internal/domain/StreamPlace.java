package org.yichuang.journal.internal.domain;

import org.yichuang.journal.api.JournalError;
import org.yichuang.kernel.api.ProblemException;

/**
 * How far what is received from one aggregate of a sender has come, counted on over the epochs of the sender.
 *
 * @param epoch that of the sender
 * @param last the last place
 * @param shift by how much the sender's numbers of this epoch stand behind their places
 */
public record StreamPlace(long epoch, long last, long shift) {
    /** With the first message that has come. */
    public static StreamPlace first(long epoch, long number) {
        return new StreamPlace(epoch, number, 0);
    }

    /**
     * With a message that has come.
     *
     * @throws ProblemException {@code epoch-over} for one of an epoch before
     */
    public StreamPlace after(long itsEpoch, long number) {
        requireNotOver(itsEpoch);
        boolean isCountedAnew = itsEpoch > epoch && number + shift <= last;
        long behind = isCountedAnew ? last + 1 - number : shift;
        return new StreamPlace(itsEpoch, Math.max(last, number + behind), behind);
    }

    /**
     * Checks that a message is of this epoch or a later one: its sender knows what it had said before.
     *
     * @throws ProblemException {@code epoch-over}
     */
    public void requireNotOver(long itsEpoch) {
        if (itsEpoch < epoch) {
            throw ProblemException.of(JournalError.EPOCH_OVER);
        }
    }

    /** The place of a number of this epoch. */
    public long of(long number) {
        return number + shift;
    }
}
