package org.yichuang.shell.api;

import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ProblemException;

/** What {@link OperatorCommand} stands on; a service of the shell. */
public interface CommandFrame {
    /** Returns who sits at the shell: the user of the session, as the journal names them, e.g. {@code wang@shell}. */
    Actor operator();

    /** Returns data as one line of JSON. */
    String json(Object data);

    /** Returns a refusal as one line of JSON: code, sentences, offending fields. */
    String json(ProblemException problem);

    /** Returns the failure of a command with what is said to people. */
    Exception failure(String sentence);

    /** Returns the failure of a command that was refused, in the operator's languages. */
    Exception failure(ProblemException problem, Wording wording);
}
