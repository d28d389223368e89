package org.yichuang.linkage.internal;

import org.yichuang.journal.api.JournalError;
import org.yichuang.kernel.api.ProblemException;

/** How far what is received from one aggregate of a sender has come, as the journal counts it over epochs. */
record MemoryStream(long epoch, long last, long shift) {
    static MemoryStream after(MemoryStream before, long epoch, long number) {
        if (before == null) {
            return new MemoryStream(epoch, number, 0);
        }
        if (epoch < before.epoch) {
            throw ProblemException.of(JournalError.EPOCH_OVER);
        }
        boolean isCountedAnew = epoch > before.epoch && number + before.shift <= before.last;
        long shift = isCountedAnew ? before.last + 1 - number : before.shift;
        return new MemoryStream(epoch, Math.max(before.last, number + shift), shift);
    }

    /** Its sender is in that epoch, or has not said that it is in a later one. */
    static void require(MemoryStream ofTheSender, long epoch) {
        if (ofTheSender != null && epoch < ofTheSender.epoch) {
            throw ProblemException.of(JournalError.EPOCH_OVER);
        }
    }

    long place(long number) {
        return number + shift;
    }
}
