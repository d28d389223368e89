package org.yichuang.kernel.api;

import java.util.List;

/** Whiteboard: an examination of the whole platform, as a careful operator would make it; takes some seconds. */
public interface Examination {
    /** Looks at everything; what cannot be looked at is a finding, too. */
    List<Finding> examine();

    /** How bad something is. */
    enum Grade {
        OK,
        WARN,
        FAIL
    }

    /**
     * What was found.
     *
     * @param check which check
     * @param grade how bad it is
     * @param zh what was found, in Chinese
     * @param en the same in English
     * @param advice what to do about it, in both languages; empty when all is well
     */
    record Finding(String check, Grade grade, String zh, String en, String advice) {}
}
