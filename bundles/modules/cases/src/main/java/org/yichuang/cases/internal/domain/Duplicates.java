package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.internal.domain.CaseFiles.OfPerson;
import org.yichuang.cases.internal.domain.CaseFiles.Row;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/**
 * The same applicant for the same item, while an earlier case goes on. No law forbids it, and builders have many sites:
 * a centre may ask why.
 */
public final class Duplicates {
    private static final String SHOWN = "shown";
    private static final String REASON = "reason";
    private static final String FIELD = "duplicateReason";
    private static final int MOST = 10;

    /** Whether another one is shown before it is made, or demands a reason as well. */
    public static final SettingDefinition SETTING =
            SettingDefinition.choice("policy.cases.duplicates", SHOWN, SHOWN, REASON);

    private Duplicates() {}

    /**
     * Says of an application which others of the same applicant for the same item go on, where somebody has said why it
     * is handed in all the same. An applicant is told of those only that the same account has handed in: who types the
     * number of somebody else learns nothing.
     *
     * @param reason why; null or empty for none
     * @throws ProblemException {@link CaseError#DUPLICATE_APPLICATION}, naming them, where the centre asks why
     */
    public static Filing told(
            Filing filing, Submission application, String reason, Tenant here, Actor actor, CaseFiles cases) {
        boolean isSaid = reason != null && !reason.isBlank();
        if (!isSaid && !isDemanded(here)) {
            return filing;
        }
        String submitter = Staff.isApplicantOnly(actor) ? actor.account() : null;
        OfPerson same = new OfPerson(
                application.applicant().idNumber(), Set.of(), application.item().code(), submitter, true);
        List<String> others =
                cases.ofPerson(same, MOST).stream().map(Row::number).toList();
        if (others.isEmpty()) {
            return filing;
        }
        if (!isSaid) {
            throw ProblemException.field(
                    CaseError.DUPLICATE_APPLICATION,
                    FIELD,
                    LocalizedMessage.of(Duplicates.class, "duplicate.reason", String.join(", ", others)));
        }
        return filing.beside(others, reason);
    }

    /** Whether a centre asks why somebody applies once more. */
    public static boolean isDemanded(Tenant here) {
        return here.policy(SETTING.key(), SETTING.usual()).equals(REASON);
    }
}
