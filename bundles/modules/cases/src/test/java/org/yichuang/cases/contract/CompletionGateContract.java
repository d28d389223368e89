package org.yichuang.cases.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.Test;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CompletionGate;
import org.yichuang.cases.api.CompletionGate.Missing;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** What every {@link CompletionGate} keeps; a module that has one extends this class with its own gate and unit. */
public abstract class CompletionGateContract {
    /** The gate. */
    protected abstract CompletionGate gate();

    /** A unit of work in which it is asked. */
    protected abstract UnitOfWork unit();

    @Test
    public void itBelongsToAModule() {
        assertTrue(gate().module(), gate().module().matches("[a-z][a-z0-9-]{0,39}"));
    }

    @Test
    public void whatIsMissingHasANameAndWordsForPeople() {
        for (CaseState state : CaseState.values()) {
            CaseSnapshot now = CommandGateContract.snapshot(state);
            List<Missing> missing = gate().missing(now, unit());
            missing.forEach(each -> {
                assertTrue(each.code(), each.code().matches("[a-z][a-z0-9-]{0,59}"));
                assertFalse(each.message().in(LocalizedMessage.CHINESE).isBlank());
                assertFalse(each.message().in(Locale.ENGLISH).isBlank());
            });
            assertEquals(
                    "asked again, the same is missing",
                    missing.stream().map(Missing::code).toList(),
                    gate().missing(now, unit()).stream().map(Missing::code).toList());
        }
    }
}
