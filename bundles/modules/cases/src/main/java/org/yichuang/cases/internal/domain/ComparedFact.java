package org.yichuang.cases.internal.domain;

import java.time.Instant;

/**
 * That the original of a material was seen beside the copy that stays (核验).
 *
 * @param material its code
 * @param name what the item calls it
 * @param by who has seen it, as people call them
 * @param at when
 */
public record ComparedFact(String material, String name, String by, Instant at) {}
