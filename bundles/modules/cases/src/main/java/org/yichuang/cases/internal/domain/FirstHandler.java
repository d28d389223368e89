package org.yichuang.cases.internal.domain;

import java.time.LocalDate;

/**
 * Who of the lead has first handled a joint case, and stays answerable to its applicant until it ends (首办责任).
 *
 * @param name as people read it
 * @param account by which they are told
 * @param since from which day
 */
public record FirstHandler(String name, String account, LocalDate since) {
    /** Notes whoever of the staff takes the first step; whom the law has forestalled answers for nothing. */
    static void note(Act act) {
        boolean isFirst = act.submission.isJoint()
                && act.progress.firstHandler == null
                && act.file.progress().acceptance() == null;
        if (isFirst && Staff.isStaff(act.now.actor())) {
            act.progress.firstHandler =
                    new FirstHandler(act.now.actor().name(), act.now.actor().account(), act.now.today());
            act.detail("firstHandler", act.now.actor().name());
        }
    }
}
