package org.yichuang.journal.internal.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.testing.Desk;
import org.yichuang.shell.testing.Wired;

public class AuditVerifyTest {
    private final Journal journal = Wired.only(
            Journal.class,
            Map.of(
                    "verify",
                    args -> args[0].toString().equals("yantai")
                            ? verification(false, "case/C1 第 3 条被改动 / Entry 3 of case/C1 was changed")
                            : verification(true, "")));

    @Test
    public void aBrokenTrailFailsAndNamesTheFirstBreak() {
        assertTrue(verify(null, true).failure().orElseThrow().contains("yantai: case/C1 第 3 条被改动"));
        assertEquals(Optional.empty(), verify("haiyang", false).failure());
    }

    @Test
    public void aCentreThatCannotBeVerifiedIsNamedAndKeepsNoOtherFromIt() {
        List<String> asked = new ArrayList<>();
        Journal failing = Wired.only(Journal.class, Map.of("verify", args -> {
            asked.add(args[0].toString());
            if (asked.size() == 1) {
                throw new NoClassDefFoundError("a provider that is half gone");
            }
            return verification(true, "");
        }));
        AuditVerify command = Wired.with(new AuditVerify(), new Desk(), failing);
        command.all = true;

        CommandResult result = command.run();

        assertEquals(3, asked.size());
        String failure = result.failure().orElseThrow();
        assertTrue(failure, failure.endsWith(": " + asked.get(0)));
        assertTrue(
                result.text(),
                result.text().contains("NOT VERIFIED") && result.text().contains("half gone"));
    }

    @Test
    public void theDailyRunSaysFromWhereOnItWent() {
        Journal recent = Wired.only(
                Journal.class,
                Map.of(
                        "verifyRecent",
                        args -> Wired.record(
                                Journal.Verification.class,
                                Map.of(
                                        "sound",
                                        true,
                                        "firstBreak",
                                        "",
                                        "since",
                                        7L,
                                        "purged",
                                        3L,
                                        "absent",
                                        List.of("thing")))));
        AuditVerify command = Wired.with(new AuditVerify(), new Desk(), recent);
        command.centre = "haiyang";
        command.daily = true;

        String said = command.run().text();
        assertTrue(said, said.contains("锚 7 以后") && said.contains("since anchor 7"));
        assertTrue("what was not looked at is named", said.contains("thing"));
    }

    @Test
    public void itVerifiesOneCentreOrAllAndSaysSo() {
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, () -> verify(null, false)).code());
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, () -> verify("haiyang", true))
                        .code());
    }

    private CommandResult verify(String centre, boolean all) {
        AuditVerify command = Wired.with(new AuditVerify(), new Desk(), journal);
        command.centre = centre;
        command.all = all;
        return command.run();
    }

    private static Journal.Verification verification(boolean sound, String firstBreak) {
        return Wired.record(
                Journal.Verification.class, Map.of("sound", sound, "firstBreak", firstBreak, "absent", List.of()));
    }
}
