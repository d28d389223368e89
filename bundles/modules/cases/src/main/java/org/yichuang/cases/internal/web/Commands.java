package org.yichuang.cases.internal.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.OnTheSpot;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;

/**
 * What one must be permitted to do for each command, in the words of the paths, the usual first; the same as over REST.
 */
final class Commands {
    private static final String EXAMINATION = "examination";
    private static final Map<String, String> PERMISSIONS = new LinkedHashMap<>();

    static {
        PERMISSIONS.put("acceptance", CasePermission.ACCEPT);
        PERMISSIONS.put("online-review", CasePermission.ACCEPT);
        PERMISSIONS.put("on-the-spot-decision", CasePermission.DECIDE);
        PERMISSIONS.put("correction", CasePermission.CORRECT);
        PERMISSIONS.put("continuation", CasePermission.NOTIFY_CORRECTION);
        PERMISSIONS.put("supply", CasePermission.CORRECT);
        PERMISSIONS.put("decision", CasePermission.DECIDE);
        PERMISSIONS.put("pre-review", CasePermission.PRE_REVIEW);
        PERMISSIONS.put("resumption", CasePermission.SUSPEND);
        PERMISSIONS.put("issue", CasePermission.ISSUE);
        PERMISSIONS.put("delivery", CasePermission.DELIVER);
        PERMISSIONS.put(EXAMINATION, CasePermission.EXAMINE);
        PERMISSIONS.put("correction-notice", CasePermission.NOTIFY_CORRECTION);
        PERMISSIONS.put("on-the-spot-correction", CasePermission.CORRECT_ON_THE_SPOT);
        PERMISSIONS.put("hearing-request", CasePermission.REQUEST_HEARING);
        PERMISSIONS.put("hearing", CasePermission.HOLD_HEARING);
        PERMISSIONS.put("suspension", CasePermission.SUSPEND);
        PERMISSIONS.put("extension", CasePermission.EXTEND);
        PERMISSIONS.put("special-handling", CasePermission.HANDLE_SPECIALLY);
        PERMISSIONS.put("answer-promise", CasePermission.REFUSE_ACCEPTANCE);
        PERMISSIONS.put("clear-answer", CasePermission.REFUSE_ACCEPTANCE);
        PERMISSIONS.put("non-acceptance", CasePermission.REFUSE_ACCEPTANCE);
        PERMISSIONS.put("promise-check", CasePermission.CHECK_PROMISE);
        PERMISSIONS.put("withdrawal", CasePermission.WITHDRAW);
    }

    private Commands() {}

    /** All of them with their permissions. */
    static Map<String, String> all() {
        return Map.copyOf(PERMISSIONS);
    }

    /** The command of a path, as gates are asked about it: what is decided on the spot is decided. */
    static Optional<GatedCommand> gated(String path) {
        if (path.equals(OnTheSpot.PATH)) {
            return Optional.of(GatedCommand.DECIDE);
        }
        return Arrays.stream(CaseCommand.values())
                .filter(command -> command.path().equals(path))
                .map(CaseCommand::gated)
                .findFirst();
    }

    /** What whoever asks can do with a case now, the usual first; an examination that is demanded before what waits. */
    static List<String> open(PageCall call, CaseView view) {
        Stream<String> demanded = view.toExamine().isEmpty() ? Stream.empty() : Stream.of(EXAMINATION);
        return Stream.concat(demanded, PERMISSIONS.keySet().stream())
                .distinct()
                .filter(view.commands()::contains)
                .filter(command -> call.context().actor().isPermitted(PERMISSIONS.get(command)))
                .toList();
    }

    /**
     * @throws ProblemException when there is no such command, or whoever asks may not give it
     */
    static void require(PageCall call, String command) {
        if (!PERMISSIONS.containsKey(command)) {
            throw new ProblemException(CommonError.PATH_UNKNOWN, LocalizedMessage.of(Commands.class, "page-unknown"));
        }
        call.context().require(PERMISSIONS.get(command));
    }
}
