package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;

/**
 * A result as staff and its holder see it.
 *
 * @param id its number in the register
 * @param caseNumber the case of which it came
 * @param number the number of the certificate
 * @param state where it stands today
 * @param kind the kind of certificate
 * @param item code of the item
 * @param itemName its name
 * @param itemVersion its version
 * @param department the department whose matter it is
 * @param organ the body that has granted
 * @param holder who holds it
 * @param grantedOn when it was made out
 * @param validUntil the last day; null for without end
 * @param revocationDue whether it is to be revoked, since a declaration was untrue
 * @param withheld whether it is withheld from the public
 * @param acts what has been done with it, in order
 * @param commands what can be done with it, in the words of the paths
 * @param told whether its holder has an account and is told of what is decided; else the paper is to be delivered
 * @param matters what its holder can apply for
 * @param renewal the case of a renewal that is awaited; empty for none
 * @param grantedAt the centre that has granted it, where that is another one: what becomes of it is decided there; else
 *     empty
 * @param madeAt the centre that has made it out, where that is another one; else empty
 * @param version grows with every step
 */
public record LicenceView(
        String id,
        String caseNumber,
        String number,
        LicenceState state,
        String kind,
        String item,
        String itemName,
        int itemVersion,
        String department,
        String organ,
        HolderView holder,
        LocalDate grantedOn,
        LocalDate validUntil,
        boolean revocationDue,
        boolean withheld,
        List<LicenceAct> acts,
        List<String> commands,
        boolean told,
        List<LicenceMatter> matters,
        String renewal,
        String grantedAt,
        String madeAt,
        long version) {
    public LicenceView {
        matters = List.copyOf(matters);
        acts = List.copyOf(acts);
        commands = List.copyOf(commands);
    }

    /**
     * Who holds it.
     *
     * @param kind {@code person} or {@code enterprise}
     * @param name the name
     * @param idType the type of the document
     * @param idNumber its number
     */
    public record HolderView(String kind, String name, String idType, String idNumber) {}

    /**
     * A row of a list.
     *
     * @param id its number in the register
     * @param number the number of the certificate
     * @param state where it stands today
     * @param kind the kind of certificate
     * @param item code of the item
     * @param itemName its name
     * @param holder who holds it, a person's name masked where it is not to be seen
     * @param organ the body that has granted
     * @param grantedOn when it was made out
     * @param validUntil the last day; null for without end
     * @param revocationDue whether it is to be revoked
     */
    public record Summary(
            String id,
            String number,
            LicenceState state,
            String kind,
            String item,
            String itemName,
            String holder,
            String organ,
            LocalDate grantedOn,
            LocalDate validUntil,
            boolean revocationDue) {
        static Summary of(Licence licence, String number, String holder, LocalDate today) {
            return new Summary(
                    licence.id(),
                    number,
                    licence.state(today),
                    licence.kind(),
                    licence.item(),
                    licence.itemName(),
                    holder,
                    licence.organ(),
                    licence.grantedOn(),
                    licence.validUntil().orElse(null),
                    licence.isRevocationDue());
        }
    }

    /**
     * A granted result as everybody may see it (art. 40).
     *
     * @param number the number of the certificate
     * @param state where it stands today
     * @param item code of the item
     * @param itemName its name
     * @param holder who holds it, a person's name masked
     * @param organ the body that has granted
     * @param grantedOn when it was made out
     * @param validUntil the last day; null for without end
     */
    public record Published(
            String number,
            LicenceState state,
            String item,
            String itemName,
            String holder,
            String organ,
            LocalDate grantedOn,
            LocalDate validUntil) {}

    /** A page of the register as staff read it. */
    public record Filter(
            LicenceState state, String item, String holder, String number, boolean revocationDue, boolean undelivered) {
        /** Everything. */
        public static final Filter ALL = new Filter(null, null, null, null, false);

        /** Those of which a decision has still to reach the holder. */
        public static final Filter UNDELIVERED = new Filter(null, null, null, null, false, true);

        /** Whether or not its decisions have reached the holder. */
        public Filter(LicenceState state, String item, String holder, String number, boolean revocationDue) {
            this(state, item, holder, number, revocationDue, false);
        }
    }
}
