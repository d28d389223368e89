package org.yichuang.licences.internal.domain;

import java.util.List;
import java.util.Optional;
import org.yichuang.licences.api.LicenceEvent;

/** Whether everybody is shown what was granted (R1-15): always, unless the organ has said that it is a secret. */
public final class Publicity {
    private Publicity() {}

    /**
     * The organ withholds it from the public, or gives it back to it.
     *
     * @throws org.yichuang.kernel.api.ProblemException {@code licence-state} where that is so already
     */
    public static LicenceEvent decide(Licence licence, LicenceAct act, String centre) {
        licence.requireGrantedAt(centre);
        boolean isWithheld = act.kind() == LicenceAct.Kind.WITHHELD;
        licence.require(licence.withheld != isWithheld, isWithheld ? "state.withheld" : "state.not-withheld");
        licence.withheld = isWithheld;
        licence.replace(licence.content().with(act, licence.content().documents()));
        return isWithheld ? new LicenceEvent.Withheld(act.ground()) : new LicenceEvent.Disclosed();
    }

    /** What stands in the place of what is withheld is withheld as well. */
    public static void inherit(Licence old, Licence successor) {
        withholding(old).ifPresent(act -> withhold(successor, act));
    }

    /** What has just been made out is shown to nobody from the first, as it is withheld where it was made out. */
    public static void withhold(Licence licence, LicenceAct act) {
        licence.withheld = true;
        licence.replace(licence.content().with(act, licence.content().documents()));
    }

    /** What withholds it; none where everybody is shown it. */
    public static Optional<LicenceAct> withholding(Licence licence) {
        return licence.withheld ? last(licence.content().acts()) : Optional.empty();
    }

    /** Whether the last that was said of it withholds it. */
    static boolean isWithheld(List<LicenceAct> acts) {
        return last(acts).filter(act -> act.kind() == LicenceAct.Kind.WITHHELD).isPresent();
    }

    private static Optional<LicenceAct> last(List<LicenceAct> acts) {
        return acts.stream()
                .filter(act -> act.kind() == LicenceAct.Kind.WITHHELD || act.kind() == LicenceAct.Kind.DISCLOSED)
                .reduce((first, second) -> second);
    }
}
