package org.yichuang.cases.internal.web;

import static org.yichuang.identity.api.Role.CHIEF_REPRESENTATIVE;
import static org.yichuang.identity.api.Role.CLERK;
import static org.yichuang.identity.api.Role.REVIEWER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.cases.api.CaseView;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;

/** Which of the staff may give which command, in the words of the paths; the same as over REST, which a test compares. */
final class Commands {
    private static final Map<String, Set<Role>> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("acceptance", Set.of(CLERK, REVIEWER, CHIEF_REPRESENTATIVE));
        ROLES.put("correction", Set.of(CLERK, REVIEWER));
        ROLES.put("decision", Set.of(CHIEF_REPRESENTATIVE));
        ROLES.put("pre-review", Set.of(REVIEWER, CHIEF_REPRESENTATIVE));
        ROLES.put("issue", Set.of(CLERK, CHIEF_REPRESENTATIVE));
        ROLES.put("delivery", Set.of(CLERK));
        ROLES.put("correction-notice", Set.of(CLERK, REVIEWER, CHIEF_REPRESENTATIVE));
        ROLES.put("non-acceptance", Set.of(CLERK, REVIEWER, CHIEF_REPRESENTATIVE));
        ROLES.put("withdrawal", Set.of(CLERK));
    }

    private Commands() {}

    /** All of them with their roles. */
    static Map<String, Set<Role>> all() {
        return Map.copyOf(ROLES);
    }

    /** What whoever asks can do with a case now, the usual first. */
    static List<String> open(PageCall call, CaseView view) {
        return ROLES.keySet().stream()
                .filter(view.commands()::contains)
                .filter(command -> allows(call, command))
                .toList();
    }

    /**
     * @throws ProblemException when there is no such command, or whoever asks may not give it
     */
    static void require(PageCall call, String command) {
        if (!ROLES.containsKey(command)) {
            throw new ProblemException(CommonError.PATH_UNKNOWN, "没有这个页面", "There is no such page");
        }
        if (!allows(call, command)) {
            throw new ProblemException(CommonError.NOT_ALLOWED, "您的角色不能办理此步骤", "Your roles do not allow this step");
        }
    }

    private static boolean allows(PageCall call, String command) {
        return call.has(ROLES.get(command).toArray(Role[]::new));
    }
}
