package org.yichuang.cases.api;

import java.time.Instant;

/**
 * That the original of a material was seen at the window beside the copy that stays (核验).
 *
 * @param material its code
 * @param name what the item calls it
 * @param by who has seen it; null for the applicant
 * @param at when
 */
public record ComparedView(String material, String name, String by, Instant at) {}
