package org.yichuang.journal.internal.commands;

import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.RefusedCommands;

/** Notes refused commands of the shell like any other refusal. */
public class JournaledRefusals implements RefusedCommands {
    private final Journal journal;

    public JournaledRefusals(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void record(String command, ProblemException refusal, CallContext context) {
        journal.refused(command, refusal, context);
    }
}
