package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** What every health check keeps that asks the database; a module extends this class with its own. */
public abstract class HealthCheckContract {
    /** The world of the module, which is empty. */
    protected ModuleTransactions world;

    /** Opens the module's world. */
    protected abstract ModuleTransactions open();

    /** The check, which asks by these transactions. */
    protected abstract ModuleCheck check(Transactions transactions);

    /** Makes something that the check is there to find. */
    protected abstract void makeTrouble();

    /** Opens the world. */
    @Before
    public void begin() {
        world = open();
    }

    /** Leaves it to the next. */
    @After
    public void end() {
        world.close();
    }

    private List<ResultLog.Entry> found() {
        Result result = check(world).execute();
        List<ResultLog.Entry> entries = new ArrayList<>();
        result.forEach(entries::add);
        return entries;
    }

    @Test
    public void itHasANameAndATitleAndSaysWhoAsksIt() {
        ModuleCheck check = check(world);

        assertTrue(check.name(), check.name().matches("[a-z]+(-[a-z]+)*"));
        assertFalse("somebody asks it", check.tags().isEmpty());
        assertTrue(Set.of(ModuleCheck.READY, ModuleCheck.DOCTOR).containsAll(check.tags()));
        assertWords(check.title());
    }

    private static void assertWords(LocalizedMessage message) {
        for (Locale language : List.of(LocalizedMessage.CHINESE, Locale.ENGLISH)) {
            String words = message.in(language);
            assertFalse("no words", words.isBlank());
            assertFalse("a key is shown: " + words, words.matches("[a-z-]+(\\.[a-z-]+)+"));
        }
        assertNotEquals(message.zh(), message.en());
    }

    @Test
    public void whereAllIsWellItSaysSo() {
        List<ResultLog.Entry> found = found();

        assertFalse("it says something", found.isEmpty());
        found.forEach(entry -> assertEquals(entry.getMessage(), Result.Status.OK, entry.getStatus()));
    }

    @Test
    public void whatItFindsItSaysInBothLanguagesWithWhatToDo() {
        makeTrouble();

        List<ResultLog.Entry> troubles = found().stream()
                .filter(entry -> entry.getStatus() != Result.Status.OK)
                .toList();

        assertFalse("it finds it", troubles.isEmpty());
        for (ResultLog.Entry entry : troubles) {
            Finding finding = (Finding) entry;
            assertWords(finding.message());
            assertWords(finding.advice());
        }
    }

    /** What is thrown is a finding as well: whoever runs it says so. */
    @Test
    public void withoutADatabaseItDoesNotSayThatAllIsWell() {
        Result.Status status;
        try {
            status = check(new Away()).execute().getStatus();
        } catch (ProblemException e) {
            assertEquals(CommonError.UNAVAILABLE, e.code());
            status = Result.Status.HEALTH_CHECK_ERROR;
        }
        assertNotEquals(Result.Status.OK, status);
    }

    /** There is no database. */
    private static final class Away implements Transactions {
        @Override
        public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
            throw ProblemException.of(CommonError.UNAVAILABLE);
        }

        @Override
        public <T> T read(CallContext context, Work<T> work) {
            throw ProblemException.of(CommonError.UNAVAILABLE);
        }

        @Override
        public int databaseChanges() {
            return 0;
        }

        @Override
        public <T> T readAcrossTenants(CallContext context, String reason, Work<T> work) {
            throw ProblemException.of(CommonError.UNAVAILABLE);
        }
    }
}
