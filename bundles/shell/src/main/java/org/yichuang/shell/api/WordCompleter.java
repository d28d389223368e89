package org.yichuang.shell.api;

import java.util.Collection;
import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers words that depend on what is there. */
public abstract class WordCompleter implements Completer {
    /** Returns the words to offer. */
    protected abstract Collection<String> words();

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(words()).complete(session, line, candidates);
    }
}
