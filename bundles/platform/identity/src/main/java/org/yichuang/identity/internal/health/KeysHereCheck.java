package org.yichuang.identity.internal.health;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.identity.internal.KeyMarks;
import org.yichuang.identity.internal.KeyMarks.KeyState;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Does this container have every master key under which personal data may be kept? */
public class KeysHereCheck extends ModuleCheck {
    private final KeyMarks marks;

    public KeysHereCheck(KeyMarks marks) {
        super("personal-data-keys", READY, DOCTOR);
        this.marks = marks;
    }

    @Override
    protected List<Finding> look() {
        KeyState state = marks.look();
        List<Finding> findings = new ArrayList<>();
        state.missing()
                .forEach(name -> findings.add(Finding.fail(
                        words("keys-here-check.missing", name), words("keys-here-check.bring-back", name))));
        state.others()
                .forEach(name -> findings.add(Finding.fail(
                        words("keys-here-check.another", name), words("keys-here-check.bring-back", name))));
        return findings.isEmpty() ? List.of(Finding.ok(words("keys-here-check.all"))) : findings;
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(KeysHereCheck.class, key, arguments);
    }
}
