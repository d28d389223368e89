package org.yichuang.catalogue.internal.domain.check;

import org.yichuang.kernel.api.LocalizedMessage;

/**
 * A limit that should be shorter.
 *
 * @param days what is told now, or null when nothing is
 * @param most what it should be at most
 * @param excepted whether the centre has named the item as an exception
 */
public record LimitFinding(
        LimitRule rule, Severity severity, String code, String name, Integer days, int most, boolean excepted) {
    /** A sentence. */
    public LocalizedMessage message() {
        return LocalizedMessage.of(
                LimitFinding.class,
                "limit-finding." + rule.key() + (days == null ? ".none" : ""),
                days == null ? "" : days,
                most);
    }
}
