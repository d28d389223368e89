package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivilegedExceptionAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.OptionUtils;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;
import org.yichuang.bench.Visitor;

/** A module that nobody knows uses every socket of the running platform. */
public class SocketsIT extends InContainer {
    private static final String JAR = "yichuang.sockets";
    private static final String PATH = "/api/haiyang/sockets";
    private static final String ABOVE = "/api/yantai/sockets";
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @Inject
    private BundleContext container;

    @Inject
    private SessionFactory shell;

    private Session clerk;
    private Session city;

    @Override
    @Configuration
    public Option[] distribution() throws IOException {
        Path jar = Path.of("..", "..", "bundles", "testing", "sockets", "target")
                .resolve("sockets-" + System.getProperty("yichuang.version") + ".jar");
        return OptionUtils.combine(
                super.distribution(),
                editConfigurationFilePut(
                        "etc/system.properties", JAR, jar.toRealPath().toUri().toString()));
    }

    @Test
    public void everySocketWorksForAModuleThatNobodyKnows() throws Exception {
        TenantFile haiyang = TenantFile.of(home(), "haiyang");
        TenantFile yantai = TenantFile.of(home(), "yantai");
        String before = haiyang.get("modules");
        String beforeAbove = yantai.get("modules");
        Bundle sockets = container.installBundle(System.getProperty(JAR));
        try {
            sockets.start();
            haiyang.set("modules", before + ",sockets");
            yantai.set("modules", beforeAbove + ",sockets");
            clerk = network().as("haiyang", "clerk");
            city = network().as("yantai", "clerk");
            Wait.upTo(PATIENCE)
                    .until(
                            "on",
                            () -> clerk.get(PATH).status() == 200
                                    && city.get(ABOVE).status() == 200);

            gatesAreAskedAndEventsAreHeard();
            nothingPassesItsGateWhileItIsAway(sockets);
            casesShowWhatTheModuleHasForThem();
            aMarkTravelsToAnotherCentre();
            itsCertificateIsPrintedAndVerified();
            itsMessageLiesInTheInboxOfWhoeverMarked();
            Wait.upTo(PATIENCE).until("swept by the leased job", () -> !swept().isEmpty());
            assertEquals("once a day", Set.copyOf(swept()).size(), swept().size());
            theSettingIsKnownAndBounds(haiyang);
            itsFiguresItsCommandItsCheckAndItsTemplatesAreThere(sockets, haiyang);
        } finally {
            sockets.uninstall();
            haiyang.set("modules", before);
            yantai.set("modules", beforeAbove);
        }
    }

    private void gatesAreAskedAndEventsAreHeard() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        CaseAt first = submitted(item, 870);
        Wait.upTo(PATIENCE).until("the event of cases is heard", () -> isHeard(first.number()));
        assertTrue("and the case is read", marks(clerk, PATH).toString().contains(first.number() + " " + item + " "));

        JsonNode view = first.act("clerk", "acceptance", Map.of());
        assertTrue(
                "beside the hall's: " + view.path("authorities"),
                view.path("authorities").toString().contains("\"sockets:" + item + '"'));
        assertEquals("mark-missing", view.path("missing").path(0).path("code").asText());
        mark(Map.of("subject", first.number()));
        assertTrue(first.view().path("missing").isEmpty());
        theGateLearnsWhatItWantsToKnow(first);

        CaseAt second = submitted(item, 871);
        mark(Map.of("subject", "stop:" + item));
        clerk.command(second.path() + "/acceptance", Map.of()).expectProblem(409, "item-stopped");
        Wait.upTo(PATIENCE).until("its own event is heard", () -> isHeard("stop:" + item));
        String guide = network()
                .visitor("haiyang", "clerk")
                .open("/haiyang/items/" + item)
                .text();
        assertTrue("the guide shows its field", guide.contains("stop:" + item));
    }

    private void theGateLearnsWhatItWantsToKnow(CaseAt accepted) throws Exception {
        String form = network()
                .visitor("haiyang", "chief-representative")
                .open("/haiyang/cases/" + accepted.number() + "/decision")
                .text();
        assertTrue(form, form.contains("name=\"facts.minutes\"") && form.contains("会议纪要编号"));
        Session chief = network().as("haiyang", "chief-representative");
        JsonNode refusal = chief.command(accepted.path() + "/decision", Map.of("outcome", "GRANT"))
                .expectProblem(422, "fields-invalid")
                .json();
        assertTrue(refusal.toString(), refusal.toString().contains("facts.minutes"));
        JsonNode decided = accepted.act(
                "chief-representative", "decision", Map.of("outcome", "GRANT", "facts", Map.of("minutes", "2026-5")));
        assertEquals("GRANTED", decided.path("state").asText());
        JsonNode trail = clerk.get(accepted.path() + "/journal").expect(200).json();
        assertTrue(trail.toString(), trail.toString().contains("2026-5"));
    }

    private void nothingPassesItsGateWhileItIsAway(Bundle sockets) throws Exception {
        CaseAt waiting = submitted(new DemoItems(network()).decidedByCounty("haiyang"), 873);
        sockets.stop();
        clerk.command(waiting.path() + "/acceptance", Map.of()).expectProblem(503, "gate-away");
        sockets.start();
        Wait.upTo(PATIENCE)
                .until(
                        "its gate is back, and still refuses, and so are its rights",
                        () -> clerk.command(waiting.path() + "/acceptance", Map.of())
                                                .status()
                                        == 409
                                && clerk.get(PATH).status() == 200);
    }

    private void casesShowWhatTheModuleHasForThem() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        CaseAt own = CaseAt.submitted(
                network(), "haiyang", "applicant", CaseAt.application(item, Samples.enterprise(872), Map.of()));
        mark(Map.of("subject", own.number()));
        Visitor staff = network().visitor("haiyang", "clerk");
        String file = staff.open("/haiyang/cases/" + own.number()).text();
        assertTrue(file, file.contains("共 1 个标记"));
        assertTrue(file, file.contains("href=\"/haiyang/sockets\""));
        String bench = staff.open("/haiyang/workbench").text();
        assertTrue(bench, bench.contains("个标记"));
        assertTrue(staff.open("/haiyang/sockets").text().contains(own.number()));
        String mine = network()
                .visitor("haiyang", "applicant")
                .open("/haiyang/my/" + own.number())
                .text();
        assertTrue(mine, mine.contains("共 1 个标记"));
        assertFalse("the clerk's button is not the applicant's", mine.contains("/haiyang/sockets"));
    }

    private static CaseAt submitted(String item, int applicant) throws IOException {
        return CaseAt.submitted(
                network(), "haiyang", "clerk", CaseAt.application(item, Samples.enterprise(applicant), Map.of()));
    }

    private void aMarkTravelsToAnotherCentre() throws Exception {
        mark(Map.of("subject", "for the city", "receiver", "yantai"));
        Wait.upTo(PATIENCE).until("received", () -> count("received", city, ABOVE) == 1);
        Wait.upTo(PATIENCE).until("receipted", () -> count("receipted", clerk, PATH) == 1);
    }

    private void itsCertificateIsPrintedAndVerified() throws Exception {
        String code = clerk.command(PATH, Map.of("subject", "certified"))
                .expect(200)
                .json()
                .path("code")
                .asText();
        Session anybody = network().anybody();
        Wait.upTo(PATIENCE).until("printed", () -> !anybody.get("/api/haiyang/verify/" + code)
                .expect(200)
                .text("sha256")
                .isEmpty());
        JsonNode genuine =
                anybody.get("/api/haiyang/verify/" + code).expect(200).json();
        assertTrue(genuine.path("number").asText().endsWith("号"));
        assertTrue(genuine.path("inForce").asBoolean());
        anybody.get("/api/yantai/verify/" + code).expectProblem(404, "document-unknown");
    }

    private void itsMessageLiesInTheInboxOfWhoeverMarked() throws Exception {
        clerk.command(PATH, Map.of("subject", "told")).expect(200);
        JsonNode messages = clerk.get("/api/haiyang/inbox").expect(200).json().path("items");
        JsonNode newest = messages.path(0);
        assertEquals("told", newest.path("body").asText());
        assertEquals("marked", newest.path("kind").asText());
        assertFalse(newest.path("opened").asBoolean());
        assertTrue(clerk.get("/api/haiyang/inbox/unread")
                        .expect(200)
                        .json()
                        .path("unread")
                        .asInt()
                > 0);
        String opening = "/api/haiyang/inbox/messages/" + newest.path("id").asText() + "/opening";
        clerk.command(opening, Map.of()).expect(200);
        assertTrue(clerk.get("/api/haiyang/inbox")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("opened")
                .asBoolean());
        network().as("haiyang", "applicant").command(opening, Map.of()).expectProblem(404, "notice-unknown");
        assertTrue(network()
                .visitor("haiyang", "clerk")
                .open("/haiyang/inbox")
                .text()
                .contains("我的消息"));
    }

    private void theSettingIsKnownAndBounds(TenantFile haiyang) throws Exception {
        haiyang.set("policy.sockets.most", "1");
        Wait.upTo(PATIENCE)
                .until(
                        "full",
                        () -> clerk.command(PATH, Map.of("subject", "one too many"))
                                        .status()
                                == 409);
        haiyang.set("policy.sockets.most", "1000");
    }

    private void itsFiguresItsCommandItsCheckAndItsTemplatesAreThere(Bundle sockets, TenantFile haiyang)
            throws Exception {
        JsonNode figure = network()
                .as("haiyang", "centre-manager")
                .get("/api/haiyang/indicators/sockets.marks")
                .expect(200)
                .json();
        assertTrue(figure.toString(), figure.findValue("value").asInt() >= 3);

        haiyang.set("policy.sockets.target.length", "2000=1,2001=2");
        JsonNode length = network()
                .as("haiyang", "centre-manager")
                .get("/api/haiyang/indicators/sockets.length?by=beginning&beginning=s")
                .expect(200)
                .json();
        assertTrue(length.toString(), length.path("value").asInt() > "stop:".length());
        assertEquals("s", length.path("groups").path(0).path("key").asText());
        assertEquals(100, length.path("target").asInt());

        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var session = shell.create(new ByteArrayInputStream(new byte[0]), out, out);
        Subject.doAs(operator(), (PrivilegedExceptionAction<Object>) () -> session.execute("sockets:marks haiyang"));
        session.close();
        assertTrue(
                printed.toString(StandardCharsets.UTF_8),
                printed.toString(StandardCharsets.UTF_8).contains("for the city"));

        assertEquals(1, services(sockets, "org.apache.felix.hc.api.HealthCheck"));
        assertEquals(1, services(sockets, "org.yichuang.documents.api.DocumentTemplate"));
        assertEquals(1, services(sockets, "org.yichuang.notices.api.NoticeTemplate"));
    }

    /** Commands need a role, whoever asks. */
    private static Subject operator() {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("operator"));
        subject.getPrincipals().add(new RolePrincipal("admin"));
        return subject;
    }

    private long services(Bundle bundle, String type) throws InvalidSyntaxException {
        long found = 0;
        ServiceReference<?>[] all = container.getAllServiceReferences(type, null);
        for (ServiceReference<?> each : all == null ? new ServiceReference<?>[0] : all) {
            found += each.getBundle().equals(bundle) ? 1 : 0;
        }
        return found;
    }

    private void mark(Map<String, String> mark) {
        clerk.command(PATH, mark).expect(200);
    }

    private boolean isHeard(String subject) {
        return marks(clerk, PATH).toString().contains("\"kind\":\"heard\",\"subject\":\"" + subject + "\"");
    }

    /** The days on which the job has left its mark. */
    private List<String> swept() {
        List<String> days = new ArrayList<>();
        for (JsonNode mark : marks(clerk, PATH)) {
            if (mark.path("kind").asText().equals("swept")) {
                days.add(mark.path("subject").asText());
            }
        }
        return days;
    }

    private static long count(String kind, Session session, String path) {
        long found = 0;
        for (JsonNode mark : marks(session, path)) {
            found += mark.path("kind").asText().equals(kind) ? 1 : 0;
        }
        return found;
    }

    private static JsonNode marks(Session session, String path) {
        return session.get(path).expect(200).json().path("items");
    }
}
