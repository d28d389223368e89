package org.yichuang.licences.internal.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.licences.internal.domain.CancellationGround;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.RevocationGround;
import org.yichuang.licences.internal.domain.WithdrawalGround;
import org.yichuang.licences.internal.domain.WithholdingGround;

/** What the ground of an act is called, also of one that only a later release knows and has told here. */
public final class ActGrounds {
    private static final String UNKNOWN = "ground.unknown";

    private ActGrounds() {}

    /** The key of its words. */
    public static String key(LicenceAct act) {
        String ground = act.ground();
        return switch (act.kind()) {
            case WITHHELD -> key(act, WithholdingGround.of(ground).name());
            case REVOCATION -> known(act, RevocationGround.values());
            case WITHDRAWAL -> known(act, WithdrawalGround.values());
            case CANCELLATION -> known(act, CancellationGround.values());
            case NOT_GRANTED -> known(act, LicenceMatter.values());
            default -> UNKNOWN;
        };
    }

    private static String known(LicenceAct act, Enum<?>... grounds) {
        Set<String> names = Arrays.stream(grounds).map(Enum::name).collect(Collectors.toSet());
        return names.contains(act.ground()) ? key(act, act.ground()) : UNKNOWN;
    }

    private static String key(LicenceAct act, String ground) {
        return "ground." + act.kind().name().toLowerCase(Locale.ROOT) + "." + ground;
    }
}
