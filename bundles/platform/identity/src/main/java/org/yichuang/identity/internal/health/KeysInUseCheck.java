package org.yichuang.identity.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.identity.internal.KeyMarks;
import org.yichuang.identity.internal.KeyMarks.KeyState;
import org.yichuang.identity.internal.KeyUsage;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Which master keys are in use, and by whom: what an operator asks before a key goes. */
public class KeysInUseCheck extends ModuleCheck {
    private final KeyMarks marks;
    private final KeyUsage usage;

    public KeysInUseCheck(KeyMarks marks, KeyUsage usage) {
        super("personal-data-keys-in-use", DOCTOR);
        this.marks = marks;
        this.usage = usage;
    }

    @Override
    protected List<Finding> look() {
        KeyState state = marks.look();
        List<Finding> findings = new ArrayList<>();
        Map<String, Set<String>> modules = usage.modules();
        modules.forEach((name, users) -> findings.add(used(name, String.join(", ", users), state)));
        Map<String, Set<String>> absent = usage.absent();
        absent.keySet().retainAll(older(state));
        absent.forEach((name, users) -> findings.add(Finding.warn(
                words("keys-in-use-check.absent", name, String.join(", ", users)),
                words("keys-in-use-check.absent-advice", name))));
        state.inUse().stream()
                .filter(name -> !modules.containsKey(name) && !absent.containsKey(name))
                .forEach(name -> findings.add(Finding.ok(words("keys-in-use-check.not-yet-retired", name))));
        if (!state.isLatest()) {
            String latest = state.inUse().get(state.inUse().size() - 1);
            findings.add(Finding.warn(
                    words("keys-in-use-check.older-here", latest), words("keys-in-use-check.put-last", latest)));
        }
        return findings.isEmpty() ? List.of(Finding.ok(words("keys-in-use-check.none"))) : findings;
    }

    /** The keys that may go one day. */
    private static List<String> older(KeyState state) {
        return state.inUse().subList(0, Math.max(0, state.inUse().size() - 1));
    }

    private static Finding used(String name, String users, KeyState state) {
        if (name.isEmpty()) {
            return Finding.ok(words("keys-in-use-check.not-known", users));
        }
        return state.inUse().contains(name)
                ? Finding.ok(words("keys-in-use-check.used", name, users))
                : Finding.fail(
                        words("keys-in-use-check.retired-but-used", name, users),
                        words("keys-in-use-check.keep-line", name));
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(KeysInUseCheck.class, key, arguments);
    }
}
