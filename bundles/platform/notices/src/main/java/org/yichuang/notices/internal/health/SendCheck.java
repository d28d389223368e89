package org.yichuang.notices.internal.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.PendingNotices;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Are there messages that do not leave, that nobody took, or of which nobody knows whether they arrived? */
class SendCheck extends ModuleCheck {
    private static final Duration LATE = Duration.ofMinutes(15);
    private static final int NAMED = 3;

    private final PendingNotices pending;

    SendCheck(PendingNotices pending) {
        super("notices", DOCTOR);
        this.pending = pending;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        List<String> late = pending.late(LATE, NAMED);
        if (!late.isEmpty()) {
            findings.add(Finding.fail(words("late", join(late)), words("late.look")));
        }
        for (State state : List.of(State.UNCERTAIN, State.REFUSED, State.EXPIRED)) {
            List<String> undecided = pending.ofState(state, NAMED);
            if (!undecided.isEmpty()) {
                String key = state.name().toLowerCase(Locale.ROOT);
                findings.add(Finding.warn(words(key, join(undecided)), words(key + ".look")));
            }
        }
        for (Channel channel : List.of(Channel.MAIL, Channel.SMS)) {
            List<String> without = pending.withoutProvider(channel);
            if (!without.isEmpty()) {
                findings.add(Finding.warn(
                        words("without", words("channel." + channel), join(without)), words("without.look")));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok(words("none"))) : findings;
    }

    private static String join(List<String> some) {
        return String.join(", ", some.subList(0, Math.min(NAMED, some.size())));
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(SendCheck.class, "send-check." + key, arguments);
    }
}
