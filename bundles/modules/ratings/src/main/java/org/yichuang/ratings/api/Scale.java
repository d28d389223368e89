package org.yichuang.ratings.api;

import java.util.List;

/** The grades among which a centre lets people choose. */
public enum Scale {
    /** The five of the whole country (R3-24). */
    FIVE(Grade.VERY_SATISFIED, Grade.SATISFIED, Grade.BASICALLY_SATISFIED, Grade.DISSATISFIED, Grade.VERY_DISSATISFIED),
    /** The four of older cards. */
    FOUR(Grade.SATISFIED, Grade.BASICALLY_SATISFIED, Grade.FAIR, Grade.DISSATISFIED);

    private final List<Grade> grades;

    Scale(Grade... grades) {
        this.grades = List.of(grades);
    }

    /** The grades, the best first. */
    public List<Grade> grades() {
        return grades;
    }
}
