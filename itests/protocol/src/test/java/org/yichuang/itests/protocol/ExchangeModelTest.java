package org.yichuang.itests.protocol;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.parser.CompUtil;
import edu.mit.csail.sdg.translator.A4Options;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.TranslateAlloyToKodkod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.BeforeClass;
import org.junit.Test;

/** The model of the letters between two centres, searched for a life in which a promise is broken. */
public class ExchangeModelTest {
    private static CompModule model;

    @BeforeClass
    public static void read() throws IOException {
        try (InputStream text = ExchangeModelTest.class.getResourceAsStream("exchange.als")) {
            model = CompUtil.parseEverything_fromString(
                    A4Reporter.NOP, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    public void eachLetterHasItsEffectOnce() {
        holds("EachLetterHasItsEffectOnce");
    }

    @Test
    public void lettersKeepTheirOrder() {
        holds("LettersKeepTheirOrder");
    }

    @Test
    public void aWithdrawalThatCrossesADecisionHasOneAnswer() {
        holds("AWithdrawalThatCrossesADecisionHasOneAnswer");
    }

    @Test
    public void whatIsReceiptedHasHadItsEffect() {
        holds("WhatIsReceiptedHasHadItsEffect");
    }

    @Test
    public void bothEndsAgreeWhenAllHasArrived() {
        holds("BothEndsAgree");
    }

    @Test
    public void nothingIsStuckAsLongAsTheRelayIsPatient() {
        holds("NothingIsStuck");
        happens("WithPatienceACaseComesToItsEnd");
        happens("WithoutPatience");
    }

    @Test
    public void aWithdrawalMayBeInTimeOrTooLate() {
        happens("AWithdrawalIsCancelled");
        happens("AWithdrawalComesTooLate");
    }

    @Test
    public void withoutTheInboxALetterHasItsEffectTwice() {
        happens("WithoutInbox");
    }

    @Test
    public void aLetterThatOvertakesIsFound() {
        happens("WithOvertaking");
    }

    @Test
    public void aRelayThatWaitsForNoReceiptIsFound() {
        happens("WithoutReceipt");
        happens("WithoutReceiptStuck");
    }

    private static void holds(String name) {
        A4Solution found = search(name);
        assertTrue(name + " is broken so:\n" + found, !found.satisfiable());
    }

    private static void happens(String name) {
        assertTrue(name + " is not found", search(name).satisfiable());
    }

    private static A4Solution search(String name) {
        List<Command> commands = model.getAllCommands().stream()
                .filter(each -> each.label.equals(name))
                .toList();
        assertEquals(name, 1, commands.size());
        return TranslateAlloyToKodkod.execute_command(
                A4Reporter.NOP, model.getAllReachableSigs(), commands.get(0), new A4Options());
    }
}
