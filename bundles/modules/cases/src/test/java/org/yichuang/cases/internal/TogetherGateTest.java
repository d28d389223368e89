package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.internal.ToyModule.ToyGate;
import org.yichuang.testing.ModuleTransactions;

/** What the departments of a joint case do together passes the gates. */
public class TogetherGateTest {
    private static ModuleTransactions transactions;
    private Centres centres;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
    }

    private static String lastDetail(String key) {
        return transactions
                .entries()
                .get(transactions.entries().size() - 1)
                .entry()
                .details()
                .get(key);
    }

    @Test
    public void whatDepartmentsDoTogetherPassesTheGates() {
        ToyGate together = new ToyGate() {
            @Override
            public Set<GatedCommand> commands() {
                return Set.of(GatedCommand.COORDINATE);
            }
        };
        centres.gates.add(together);
        together.answer = GateAnswer.allowed("letter:2026-5");
        String number = centres.service
                .submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        JointRequests.Raise raised = new JointRequests.Raise("意见不一", 5);

        assertEquals(
                List.of("letter:2026-5"),
                centres.cases
                        .joint()
                        .raise(number, raised, centres.reviewer(HAIYANG))
                        .authorities());
        assertEquals("letter:2026-5", lastDetail("authority"));
    }
}
