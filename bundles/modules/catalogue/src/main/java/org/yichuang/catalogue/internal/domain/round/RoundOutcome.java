package org.yichuang.catalogue.internal.domain.round;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** What a review round decides about an item (C1.3; K3 for the last ones). */
public enum RoundOutcome {
    /** 保留 */
    KEPT(true),
    /** 调整: stays, with another name, basis, limit … */
    ADJUSTED(true),
    /** 新增或承接: was not there before. */
    ADDED(true),
    /** 取消 */
    CANCELLED(false),
    /** 下放 to the level below. */
    DELEGATED(false),
    /** 委托 to another organ. */
    ENTRUSTED(false),
    /** 转移 to another department or level. */
    TRANSFERRED(false),
    /** 合并 into another item. */
    MERGED(false),
    /** 移交社会组织 */
    HANDED_OVER(false);

    private final boolean remaining;

    RoundOutcome(boolean remaining) {
        this.remaining = remaining;
    }

    /** Whether the centre has the item after the round: the limits of these are added up, of no others. */
    public boolean isRemaining() {
        return remaining;
    }

    /** Whether the centre had the item before the round. */
    public boolean wasThere() {
        return this != ADDED;
    }

    /** Whether it must be said why. */
    public boolean needsReason() {
        return this != KEPT;
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(RoundOutcome.class, "outcome." + key());
    }

    /** Its word in messages and addresses, e.g. {@code handed-over}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds an outcome by its name, its key or its word in Chinese. */
    public static Optional<RoundOutcome> parse(String text) {
        String word = text == null ? "" : text.strip();
        return Arrays.stream(values())
                .filter(outcome ->
                        outcome.key().equals(word.toLowerCase(Locale.ROOT).replace('_', '-'))
                                || outcome.label().zh().equals(word))
                .findFirst();
    }
}
