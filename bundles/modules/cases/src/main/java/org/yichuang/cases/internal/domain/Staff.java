package org.yichuang.cases.internal.domain;

import java.util.Set;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Actor;

/** Who works at the centre, as against those who apply there. */
public final class Staff {
    private static final Set<Role> AT_THE_WINDOW = Set.of(Role.CLERK, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE);

    private Staff() {}

    /** Tells whether the actor may vouch for what lies before him: papers, identity. */
    public static boolean isStaff(Actor actor) {
        return AT_THE_WINDOW.stream().anyMatch(role -> actor.has(role.key()));
    }

    /** Tells whether the actor sees the cases that he handed in and no others: no applicant holds a role of staff. */
    public static boolean isApplicantOnly(Actor actor) {
        return actor.roles().isEmpty() || actor.has(Role.APPLICANT.key());
    }

    /** Tells whether the actor answers for a department as its chief representative. */
    public static boolean isChief(Actor actor) {
        return actor.has(Role.CHIEF_REPRESENTATIVE.key());
    }
}
