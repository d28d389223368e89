package org.yichuang.pages.api;

/** How a message is meant; always told by words and shape as well as by colour. */
public enum Tone {
    INFO,
    DONE,
    CARE,
    WRONG
}
