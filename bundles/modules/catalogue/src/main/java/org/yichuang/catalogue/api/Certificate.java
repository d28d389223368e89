package org.yichuang.catalogue.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a grant leads to, and for how long and how often (R1-14, R1-16, R1-30, R1-35).
 *
 * @param kind which of the kinds of the law it is
 * @param validityMonths for how many months it holds; null without end
 * @param renewalDays how many calendar days before its end its renewal is to be asked for
 * @param quota how many may hold at a time; null for any number
 * @param safety whether it is about the safety of the public or of persons, which makes the bans of R1-35 apply
 */
public record Certificate(Kind kind, Integer validityMonths, int renewalDays, Integer quota, boolean safety) {
    /** The days of the law where no other says otherwise. */
    public static final int RENEWAL_DAYS = 30;

    /** Nothing but the decision itself. */
    public static final Certificate NONE = new Certificate(Kind.NONE, null, RENEWAL_DAYS, null, false);

    public Certificate {
        kind = kind == null ? Kind.NONE : kind;
    }

    /**
     * The last day of what is made out on a day; empty without end. Where the month has no such day, its last one is
     * the last.
     */
    public Optional<LocalDate> end(LocalDate day) {
        return Optional.ofNullable(validityMonths)
                .map(day::plusMonths)
                .map(end -> end.getDayOfMonth() == day.getDayOfMonth() ? end.minusDays(1) : end);
    }

    /** The kinds of results of licensing (art. 39). */
    public enum Kind {
        /** None: the decision is the result. */
        NONE,
        /** 许可证、执照. */
        LICENCE,
        /** 资格证、资质证. */
        QUALIFICATION,
        /** 批准文件、证明文件. */
        APPROVAL,
        /** 标签、检验印章. */
        MARK,
        /** Others that a law or regulation names. */
        OTHER
    }
}
