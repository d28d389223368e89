package org.yichuang.cases.api;

/** Of what a clear answer is (明确答复). */
public enum AnswerKind {
    /** It cannot be done now: what has to be there first, and when. */
    NOT_NOW,
    /** It cannot be done at all. */
    NOT_AT_ALL
}
