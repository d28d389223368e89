package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseRequests.Request;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.documents.api.DocumentService.Genuine;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.TestRun;

/** A centre at which somebody holds a licence, and applies for what becomes of it. */
public abstract class MatterContract extends Contract {
    static final LocalDate END = LocalDate.of(2031, 3, 1);
    RegisterWorld world;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/licences.xml", "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        world = new RegisterWorld(node.transactions(), node.entities("licences"), node.entities("documents"), clock);
        world.province.at("2026-03-02T09:00");
        node.prove(new JpaChainHeads("licence", node.entities("licences"), node.transactions(), Licence.class));
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
    }

    final GateAnswer apply(String number, LicenceMatter matter, String certificate) {
        world.concerned.put(number, new CaseLicence(certificate, matter, null, null));
        return ask(GatedCommand.SUBMIT, number, new Submit("food", null, null, null, null));
    }

    final GateAnswer ask(GatedCommand command, String number, Request request) {
        return world.ask(
                world.matterGate,
                world.question(command, number, RegisterWorld.FOOD, RegisterWorld.HOLDER, request),
                HAIYANG);
    }

    final GateAnswer decide(String number, Outcome outcome) {
        return ask(GatedCommand.DECIDE, number, new Decide(outcome, null, "不符合", "办法第三条", "可以复议"));
    }

    final LicenceView view(String id) {
        return world.licences.find(id, world.as("clerk", HAIYANG));
    }

    final List<LicenceAct.Kind> history(String id) {
        return view(id).acts().stream().map(LicenceAct::kind).toList();
    }

    /** The job as it comes on a day. */
    final void night(String moment) {
        world.province.at(moment);
        CallContext call = CallContext.system(HAIYANG, world.province.now(), "test");
        LeasedJob job = new ExpiryJob(world.transactions, world.rows, world.renewals, world.messages, world.province);
        job.run(new TestRun(
                call, node.leases().acquire(job.name(), Duration.ofMinutes(1)).orElseThrow(), true));
    }

    final Optional<Genuine> verified(String caseNumber) {
        CallContext call = CallContext.system(HAIYANG, world.province.now(), "test");
        String code = world.documents.of("case", caseNumber, call).get(0).code();
        return world.documents.verify(code, call);
    }

    /** How many entries of results do not begin where the one before them ended. */
    final int breaks() throws SQLException {
        String sql = "SELECT COUNT(*) FROM JOURNAL_ENTRY A JOIN JOURNAL_ENTRY B ON B.TENANT=A.TENANT"
                + " AND B.AGGREGATE_TYPE=A.AGGREGATE_TYPE AND B.AGGREGATE_ID=A.AGGREGATE_ID AND B.SEQ=A.SEQ+1"
                + " WHERE A.AGGREGATE_TYPE='licence' AND B.DIGEST_BEFORE<>A.DIGEST_AFTER";
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static void assertRefused(LicenceError code, GateAnswer answer) {
        assertEquals(code, ((GateAnswer.Refused) answer).code());
    }
}
