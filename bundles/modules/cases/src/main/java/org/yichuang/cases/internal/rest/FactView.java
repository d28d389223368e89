package org.yichuang.cases.internal.rest;

import org.yichuang.cases.api.GateFact;

/** What a gate wants to know with a command: its name in {@code facts}, what people call it, whether it is required. */
public record FactView(String name, String zh, String en, boolean required) {
    static FactView of(GateFact fact) {
        return new FactView(fact.name(), fact.label().zh(), fact.label().en(), fact.required());
    }
}
