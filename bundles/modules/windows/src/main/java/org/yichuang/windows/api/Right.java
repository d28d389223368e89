package org.yichuang.windows.api;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.kernel.api.LocalizedMessage;

/** What a department lets its representatives do about an item at the centre (两集中、两到位). */
public enum Right {
    /** 受理 */
    ACCEPT,
    /** 审核, pre-review and site survey included */
    EXAMINE,
    /** 协调处置; recorded, asked by nothing */
    COORDINATE,
    /** 送达 */
    DELIVER,
    /** 应诉代理; recorded, asked by nothing */
    RESPOND,
    /** 制证 */
    ISSUE,
    /** 审批 */
    DECIDE;

    /** What a letter grants for the items of its full list. */
    public static final Set<Right> FULL = Set.of(ACCEPT, EXAMINE, ISSUE, DELIVER, DECIDE);

    /** What it grants for those of its partial list. */
    public static final Set<Right> PARTIAL = Set.of(ACCEPT, EXAMINE, ISSUE, DELIVER);

    /** Those that no case asks for. */
    public static final Set<Right> RECORDED = Set.of(COORDINATE, RESPOND);

    /** Finds one by its word, e.g. {@code DECIDE} or {@code decide}. */
    public static Optional<Right> parse(String word) {
        return Stream.of(values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Right.class, "right." + name());
    }
}
