package org.yichuang.shell.internal.commands;

import java.util.Collection;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.internal.desks.Desk;

/** Offers words that depend on what is there. */
abstract class WordCompleter implements Completer {
    @Reference
    BundleContext bundles;

    /** The words to offer. */
    abstract Collection<String> words(Desk desk);

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        try (OsgiServices services = new OsgiServices(bundles)) {
            return new StringsCompleter(words(new Desk(services))).complete(session, line, candidates);
        } catch (ProblemException e) {
            return -1; // nothing is there to be offered
        }
    }
}
