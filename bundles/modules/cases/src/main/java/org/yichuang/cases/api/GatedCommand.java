package org.yichuang.cases.api;

import java.util.Optional;

/**
 * What people do with a case at its centre, as gates are asked about it. Effects of the law (acceptance deemed after
 * five
 * days) and of messages from other centres pass no gate.
 */
public enum GatedCommand {
    SUBMIT,
    ACCEPT,
    NOTIFY_CORRECTION,
    CORRECT,
    REFUSE_TO_ACCEPT,
    PRE_REVIEW,
    DECIDE,
    ISSUE,
    DELIVER,
    WITHDRAW;

    /** Finds a command by the name that it has in the state table; empty for those that pass no gate. */
    public static Optional<GatedCommand> named(String name) {
        for (GatedCommand command : values()) {
            if (command.name().equals(name)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
