package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.util.List;

/**
 * That the original of a material was seen beside the copy that stays (核验).
 *
 * @param material its code
 * @param name what the item calls it
 * @param by who has seen it, as people call them
 * @param at when
 * @param place which of the materials of the case the copy is, from 0; null in what older versions have kept, for the
 *     first one with the code
 */
public record ComparedFact(String material, String name, String by, Instant at, Integer place) {
    /** Whether it is of what was handed in with a step. */
    public boolean isOf(String code, Instant step) {
        return material.equals(code) && at.equals(step);
    }

    /** Which of the materials the copy is, by their codes in order; less than 0 where it is not among them. */
    public int place(List<String> codes) {
        return place == null ? codes.indexOf(material) : place;
    }
}
