package org.yichuang.cases.api;

import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Something that a {@link CommandGate} wants to know from whoever gives a command, besides what the command carries
 * anyway. It is journaled, and nothing that belongs to a person.
 *
 * @param name {@code [a-z][a-z0-9-]*}, at most 40 characters, e.g. {@code minutes}
 * @param label what people call it, on the form of the command and in refusals
 * @param required whether the command is refused without it
 */
public record GateFact(String name, LocalizedMessage label, boolean required) {}
