package org.yichuang.shell.api;

import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;

/** One thing that a health check found: an entry of Felix's log that also tells people what to do, in each language. */
public final class Finding extends ResultLog.Entry {
    private final LocalizedMessage message;
    private final LocalizedMessage advice;
    private final TenantId centre;

    private Finding(Result.Status status, LocalizedMessage message, LocalizedMessage advice) {
        this(status, message, advice, null);
    }

    private Finding(Result.Status status, LocalizedMessage message, LocalizedMessage advice, TenantId centre) {
        super(status, message.en());
        this.message = message;
        this.advice = advice;
        this.centre = centre;
    }

    /** The same about one centre: whoever may not see that centre is not told. */
    public Finding at(TenantId oneCentre) {
        return new Finding(getStatus(), message, advice, oneCentre);
    }

    /** The centre that it is about, absent when it is about the platform. */
    public Optional<TenantId> centre() {
        return Optional.ofNullable(centre);
    }

    /** All is well. */
    public static Finding ok(LocalizedMessage message) {
        return new Finding(Result.Status.OK, message, LocalizedMessage.verbatim(""));
    }

    /** Somebody should look. */
    public static Finding warn(LocalizedMessage message, LocalizedMessage advice) {
        return new Finding(Result.Status.WARN, message, advice);
    }

    /** Somebody must act. */
    public static Finding fail(LocalizedMessage message, LocalizedMessage advice) {
        return new Finding(Result.Status.CRITICAL, message, advice);
    }

    /** It is on its way: nobody need do anything but wait. */
    public static Finding notYet(LocalizedMessage message) {
        return new Finding(
                Result.Status.TEMPORARILY_UNAVAILABLE,
                message,
                LocalizedMessage.of(Finding.class, "finding.look-again-moment-if-stays"));
    }

    /** What was found. */
    public LocalizedMessage message() {
        return message;
    }

    /** What to do about it; empty words when all is well. */
    public LocalizedMessage advice() {
        return advice;
    }
}
