package org.yichuang.catalogue.internal.domain.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The seven reasons for which items are cleaned up (清理, K3), two that the law adds (R3-04, R3-22), and one for linked
 * items, each with what may become of the item.
 */
public enum CleanUpFlag {
    /** 自行设立: no law, regulation or rule is named. */
    SELF_SET(false, RoundOutcome.CANCELLED),
    /** 有法定依据但与现实不适应 */
    OUTDATED(true, RoundOutcome.CANCELLED, RoundOutcome.ADJUSTED),
    /** 市场机制、行业自律能够解决 */
    MARKET(true, RoundOutcome.CANCELLED, RoundOutcome.HANDED_OVER),
    /** 质量认证、事后监管能够达到目的 */
    AFTERWARDS(true, RoundOutcome.CANCELLED, RoundOutcome.ADJUSTED),
    /** 一事多部门、多环节: one department is to carry it. */
    SEVERAL_DEPARTMENTS(false, RoundOutcome.MERGED, RoundOutcome.TRANSFERRED),
    /** 下级可以实施, or examined below and only approved above. */
    DELEGABLE(true, RoundOutcome.DELEGATED),
    /** 备案 that is not done on the spot. */
    FILING(false, RoundOutcome.ADJUSTED),
    /** 变相许可: no licence by its type, and one by its name or its result. */
    DISGUISED(false, RoundOutcome.CANCELLED, RoundOutcome.ADJUSTED),
    /** 清单之外的证明、中介服务: what others have to certify or to do, and no public list says so. */
    UNLISTED(false, RoundOutcome.ADJUSTED),
    /** 未明确各层级时限: a level examines it and does not say how long it has (M-CAT-10). */
    UNTIMED(false, RoundOutcome.ADJUSTED);

    private final boolean entered;
    private final List<RoundOutcome> outcomes;

    CleanUpFlag(boolean entered, RoundOutcome... outcomes) {
        this.entered = entered;
        this.outcomes = List.of(outcomes);
    }

    /** Whether people raise it with a reason; others come of the data alone. */
    public boolean isEntered() {
        return entered;
    }

    /** What may become of an item. */
    public List<RoundOutcome> outcomes() {
        return outcomes;
    }

    /** Its word in messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(CleanUpFlag.class, "flag." + key());
    }

    /** Finds a flag by its name or key. */
    public static Optional<CleanUpFlag> parse(String text) {
        String word = text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(flag -> flag.key().equals(word)).findFirst();
    }
}
