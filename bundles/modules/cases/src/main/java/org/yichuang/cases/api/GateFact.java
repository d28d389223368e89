package org.yichuang.cases.api;

import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Something that a {@link CommandGate} wants to know from whoever gives a command, besides what the command carries
 * anyway. It is journaled, and nothing that belongs to a person.
 *
 * @param name {@code [a-z][a-z0-9-]*}, at most 40 characters, e.g. {@code minutes}
 * @param label what people call it, on the form of the command and in refusals
 * @param required whether the command is refused without it
 * @param choices what is chosen among; empty where it is a line of text
 */
public record GateFact(String name, LocalizedMessage label, boolean required, List<Choice> choices) {
    public GateFact {
        choices = List.copyOf(choices);
    }

    /** One that is a line of text. */
    public GateFact(String name, LocalizedMessage label, boolean required) {
        this(name, label, required, List.of());
    }

    /**
     * What may be chosen.
     *
     * @param value what is said and journaled
     * @param label what people call it
     */
    public record Choice(String value, LocalizedMessage label) {}
}
