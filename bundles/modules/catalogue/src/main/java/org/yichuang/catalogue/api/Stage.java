package org.yichuang.catalogue.api;

import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.time.Limit;

/**
 * A step of a route: who does what.
 *
 * @param action what is done
 * @param level at which level
 * @param department by whom, e.g. 住房和城乡建设局 or 市人民政府; empty when the item's own department
 * @param limit how long it may take there, or null when the item's limit is the only one
 */
public record Stage(Action action, Level level, String department, Limit limit) {
    public Stage {
        department = department == null ? "" : department;
    }

    /** What is done in a stage. */
    public enum Action {
        /** 受理 */
        ACCEPT,
        /** 初审 */
        PRE_REVIEW,
        /** 决定 */
        DECIDE
    }
}
