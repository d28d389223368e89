package org.yichuang.cases.api;

import java.time.Instant;

/**
 * That the original of a material was seen at the window beside the copy that stays (核验).
 *
 * @param material its code
 * @param name what the item calls it
 * @param by who has seen it; null for the applicant
 * @param at when
 * @param place which of the materials of the case the copy is, from 0; of another copy nobody has seen the original
 */
public record ComparedView(String material, String name, String by, Instant at, int place) {}
