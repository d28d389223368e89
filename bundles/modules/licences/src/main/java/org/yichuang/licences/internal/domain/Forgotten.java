package org.yichuang.licences.internal.domain;

import java.util.List;

/**
 * What the organ had done with a result that this database does not know any more, as it was set back: what it had told
 * others of that stands again. What comes of cases comes again with them.
 */
public final class Forgotten {
    private Forgotten() {}

    /**
     * Has stand again what was told of a result.
     *
     * @return what was forgotten; empty for nothing
     */
    public static List<LicenceAct> again(Licence licence, RegisterLetter.Standing told) {
        List<LicenceAct> known = licence.content().acts();
        List<LicenceAct> forgotten = told.acts().stream()
                .filter(act -> act.kind().isOfOrgan())
                .filter(act -> known.stream().noneMatch(act::isSame))
                .toList();
        forgotten.forEach(act -> again(licence, act));
        return forgotten;
    }

    private static void again(Licence licence, LicenceAct act) {
        if (act.kind().isDecision()) {
            licence.end(act.kind().ended(), act);
            licence.undelivered = licence.content().isUndelivered();
            return;
        }
        if (act.kind() == LicenceAct.Kind.NOT_REVOKED) {
            licence.revocationDue = false;
        }
        licence.replace(licence.content().with(act, licence.content().documents()));
        licence.withheld = Publicity.isWithheld(licence.content().acts());
    }
}
