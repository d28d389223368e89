package org.yichuang.licences.internal.domain;

import java.time.LocalDate;

/**
 * What has been done with a result after the grant.
 *
 * @param kind what was done
 * @param on when
 * @param ground by which ground of the law; empty where the law does it by itself
 * @param reasons why
 * @param basis by which provision
 * @param hearing how the holder was heard
 * @param compensation what is compensated
 * @param decidedBy who has decided
 * @param number the number of the decision; empty where there is none
 */
public record LicenceAct(
        Kind kind,
        LocalDate on,
        String ground,
        String reasons,
        String basis,
        String hearing,
        String compensation,
        String decidedBy,
        String number) {
    /** What can be done. */
    public enum Kind {
        EXPIRY,
        REVOCATION,
        WITHDRAWAL,
        CANCELLATION,
        /** It was to be revoked, and the organ has decided not to. */
        NOT_REVOKED,
        CHANGE,
        RENEWAL,
        /** By law, as nobody had decided in time. */
        DEEMED_RENEWAL,
        REPLACEMENT,
        /** What its holder had applied for was not granted; the ground says what. */
        NOT_GRANTED
    }

    public LicenceAct {
        ground = ground == null ? "" : ground;
        reasons = reasons == null ? "" : reasons;
        basis = basis == null ? "" : basis;
        hearing = hearing == null ? "" : hearing;
        compensation = compensation == null ? "" : compensation;
        decidedBy = decidedBy == null ? "" : decidedBy;
        number = number == null ? "" : number;
    }

    /** The end of the validity, which nobody decides. */
    static LicenceAct expiry(LocalDate on) {
        return new LicenceAct(Kind.EXPIRY, on, "", "", "", "", "", "", "");
    }

    /**
     * What came of a case of its holder.
     *
     * @param ground what was applied for where nothing came of it; else empty
     * @param reasons what is different since
     * @param caseNumber the case, in the place of a decision's number
     */
    public static LicenceAct ofCase(Kind kind, LocalDate on, String ground, String reasons, String caseNumber) {
        return new LicenceAct(kind, on, ground, reasons, "", "", "", "", caseNumber);
    }

    /** The same without what people have written, which names people. */
    public LicenceAct withoutWords() {
        return new LicenceAct(kind, on, ground, "", basis, "", "", "", number);
    }

    /** The same under the number of its document. */
    public LicenceAct numbered(String document) {
        return new LicenceAct(kind, on, ground, reasons, basis, hearing, compensation, decidedBy, document);
    }
}
