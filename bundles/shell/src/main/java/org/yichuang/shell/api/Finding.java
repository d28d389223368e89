package org.yichuang.shell.api;

import java.util.Locale;
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
        super(status, message.in(Locale.ENGLISH));
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
        return new Finding(Result.Status.OK, message, LocalizedMessage.bilingual("", ""));
    }

    /** Somebody should look. */
    public static Finding warn(LocalizedMessage message, LocalizedMessage advice) {
        return new Finding(Result.Status.WARN, message, advice);
    }

    /** Somebody must act. */
    public static Finding fail(LocalizedMessage message, LocalizedMessage advice) {
        return new Finding(Result.Status.CRITICAL, message, advice);
    }

    /** All is well. */
    public static Finding ok(String zh, String en) {
        return new Finding(Result.Status.OK, LocalizedMessage.bilingual(zh, en), LocalizedMessage.bilingual("", ""));
    }

    /** Somebody should look. */
    public static Finding warn(String zh, String en, String adviceZh, String adviceEn) {
        return new Finding(
                Result.Status.WARN, LocalizedMessage.bilingual(zh, en), LocalizedMessage.bilingual(adviceZh, adviceEn));
    }

    /** Somebody must act. */
    public static Finding fail(String zh, String en, String adviceZh, String adviceEn) {
        return new Finding(
                Result.Status.CRITICAL,
                LocalizedMessage.bilingual(zh, en),
                LocalizedMessage.bilingual(adviceZh, adviceEn));
    }

    /** It is on its way: nobody need do anything but wait. */
    public static Finding notYet(String zh, String en) {
        return new Finding(
                Result.Status.TEMPORARILY_UNAVAILABLE,
                LocalizedMessage.bilingual(zh, en),
                LocalizedMessage.bilingual("稍候再查；若持续，见日志", "Look again in a moment; if it stays, see the log"));
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
