package org.yichuang.shell.api;

import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/** SPI: where it is noted that a command which would have changed something was refused; the journal implements it. */
public interface RefusedCommands {
    /** Notes a refusal in the journal of the context's centre. */
    void record(String command, ProblemException refusal, CallContext context);
}
