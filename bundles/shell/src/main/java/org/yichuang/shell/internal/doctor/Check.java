package org.yichuang.shell.internal.doctor;

import java.util.List;

/** One thing that an operator would look at. */
interface Check {
    /** What is checked, in a word or two. */
    String name();

    /** Looks, and says what it found; what cannot be looked at is a finding as well. */
    List<Finding> run();
}
