package org.yichuang.licences.internal.domain;

import java.time.LocalDate;
import org.yichuang.licences.api.LicenceState;

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
 * @param delivery how the decision has reached the holder; null while it has not, and where there is none
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
        String number,
        ActDelivery delivery) {
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
        /** Everybody is shown it no more, as it is a secret; the ground says of whom. */
        WITHHELD,
        /** Everybody is shown it again. */
        DISCLOSED,
        /** Another centre has decided about it since, and says what becomes of it. */
        HANDED_OVER,
        /** What its holder had applied for was not granted; the ground says what. */
        NOT_GRANTED,
        /** Something of which only a later release knows what it is, done where that runs. */
        OTHER;

        /** Whether it is a decision with a paper of its own. */
        public boolean isDecision() {
            return this == REVOCATION || this == WITHDRAWAL || this == CANCELLATION;
        }

        /** Whether whoever reads letters has known it from the first. */
        boolean isOfFirstForm() {
            return switch (this) {
                case WITHHELD, DISCLOSED, HANDED_OVER, OTHER -> false;
                default -> true;
            };
        }

        /** Where a result stands after the decision. */
        LicenceState ended() {
            return switch (this) {
                case REVOCATION -> LicenceState.REVOKED;
                case WITHDRAWAL -> LicenceState.WITHDRAWN;
                default -> LicenceState.CANCELLED;
            };
        }

        /** Whether whoever has granted it decides so, and by no case of its own. */
        boolean isOfOrgan() {
            return isDecision() || this == NOT_REVOKED || this == WITHHELD || this == DISCLOSED;
        }

        /** Whether it has come of a case, whose number it bears, and not of a decision about the result. */
        public boolean isOfCase() {
            return switch (this) {
                case CHANGE, RENEWAL, DEEMED_RENEWAL, REPLACEMENT, NOT_GRANTED -> true;
                default -> false;
            };
        }
    }

    public LicenceAct {
        ground = ground == null || kind == Kind.OTHER ? "" : ground;
        reasons = reasons == null ? "" : reasons;
        basis = basis == null ? "" : basis;
        hearing = hearing == null ? "" : hearing;
        compensation = compensation == null ? "" : compensation;
        decidedBy = decidedBy == null ? "" : decidedBy;
        number = number == null ? "" : number;
    }

    /** One that has not reached anybody yet. */
    public LicenceAct(
            Kind kind,
            LocalDate on,
            String ground,
            String reasons,
            String basis,
            String hearing,
            String compensation,
            String decidedBy,
            String number) {
        this(kind, on, ground, reasons, basis, hearing, compensation, decidedBy, number, null);
    }

    /** Whether it is a decision that is to reach the holder, and has not. */
    public boolean isUndelivered() {
        return kind.isDecision() && delivery == null;
    }

    /** Whether it is the same that another register has. */
    boolean isSame(LicenceAct other) {
        return kind == other.kind && on.equals(other.on) && number.equals(other.number);
    }

    /** The same that has reached the holder. */
    LicenceAct delivered(ActDelivery how) {
        return new LicenceAct(kind, on, ground, reasons, basis, hearing, compensation, decidedBy, number, how);
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

    /** Whoever has decided has said that it is a secret, before it was made out. */
    public static LicenceAct withheld(LocalDate on, String ground, String basis) {
        return new LicenceAct(Kind.WITHHELD, on, ground, "", basis, "", "", "", "");
    }

    /**
     * Another centre says what becomes of it from a day on.
     *
     * @param reasons what its holder and whoever verifies it are told
     */
    public static LicenceAct handedOver(LocalDate on, String reasons) {
        return new LicenceAct(Kind.HANDED_OVER, on, "", reasons, "", "", "", "", "");
    }

    /** The same without what people have written, which names people. */
    public LicenceAct withoutWords() {
        ActDelivery served = delivery == null ? null : delivery.withoutWords();
        return new LicenceAct(kind, on, ground, "", basis, "", "", "", number, served);
    }

    /** The same under the number of its document. */
    public LicenceAct numbered(String document) {
        return new LicenceAct(kind, on, ground, reasons, basis, hearing, compensation, decidedBy, document, delivery);
    }
}
