package org.yichuang.cases.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;

/** What every {@link CommandGate} keeps; a module that has one extends this class with its own gate and units. */
public abstract class CommandGateContract {
    /** The gate. */
    protected abstract CommandGate gate();

    /**
     * Asks in a unit of work of its own, which is rolled back: a gate may write, and what one question has written is
     * not
     * there for the next.
     */
    protected abstract GateAnswer inFreshUnit(Function<UnitOfWork, GateAnswer> question);

    private GateAnswer ask(GatedCommand command, CaseState state) {
        return inFreshUnit(unit -> gate().check(command, snapshot(state), somebody(), unit));
    }

    /** Somebody who asks. */
    protected abstract CallContext somebody();

    /** A case in a state. */
    protected static CaseSnapshot snapshot(CaseState state) {
        return new CaseSnapshot(
                "370687-20260914-0000000000",
                state,
                "YT-001",
                "事项",
                1,
                "LICENCE",
                "住建局",
                "ACCEPT",
                new CaseRequests.Applicant("enterprise", "公司", "uscc", "91350100M000100Y43", "0535-3221234", null),
                false,
                Instant.EPOCH,
                null);
    }

    @Test
    public void itBelongsToAModuleAndIsAskedAboutSomething() {
        assertTrue(gate().module(), gate().module().matches("[a-z][a-z0-9-]{0,39}"));
        assertFalse(gate().commands().isEmpty());
        assertEquals("it does not change its mind", gate().commands(), gate().commands());
    }

    @Test
    public void itAnswersAboutEachOfItsCommandsInWordsForPeople() {
        for (GatedCommand command : gate().commands()) {
            for (CaseState state : CaseState.values()) {
                GateAnswer answer = ask(command, state);
                if (answer instanceof GateAnswer.Refused refusal) {
                    assertFalse(refusal.code().code().isBlank());
                    assertFalse(refusal.message().in(LocalizedMessage.CHINESE).isBlank());
                    assertFalse(refusal.message().in(Locale.ENGLISH).isBlank());
                } else {
                    assertTrue(
                            command + " " + state,
                            answer instanceof GateAnswer.Allowed || answer instanceof GateAnswer.NoObjection);
                }
            }
        }
    }

    @Test
    public void itsAnswerDependsOnTheCaseAloneAndNotOnHowOftenItIsAsked() {
        for (GatedCommand command : gate().commands()) {
            assertEquals(
                    ask(command, CaseState.RECEIVED).getClass(),
                    ask(command, CaseState.RECEIVED).getClass());
        }
    }
}
