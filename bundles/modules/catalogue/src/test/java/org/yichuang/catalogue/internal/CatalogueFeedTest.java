package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.internal.CatalogueFeed.Change;
import org.yichuang.catalogue.internal.CatalogueFeed.Part;
import org.yichuang.catalogue.internal.domain.sample.SampleKind;
import org.yichuang.catalogue.internal.persistence.Changes;
import org.yichuang.catalogue.internal.rest.FeedResource;
import org.yichuang.catalogue.internal.rest.FeedResource.ChangeView;
import org.yichuang.catalogue.internal.rest.FeedResource.FeedView;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.kernel.api.CommonError;

public class CatalogueFeedTest extends CatalogueWorld {
    private CatalogueFeed feed;
    private FeedResource resource;
    private Changes changes;

    @Before
    public void openFeed() {
        changes = new Changes(transactions.persistenceUnit());
        feed = new CatalogueFeed(transactions, items, changes);
        resource = new FeedResource(feed, samples);
    }

    @Test
    public void eachItemStandsOnceAtItsLastChangeAsItIsNow() {
        offer("A-1", "甲");
        offer("A-2", "乙");
        offer("A-1", "甲（新）");
        editing.retire("A-2", calling(YANTAI));
        heard("A-2");

        FeedView view = resource.feed(null, null, calling(YANTAI));

        assertEquals(
                List.of("3 A-1 PUBLISHED", "4 A-2 REMOVED"),
                view.items().stream()
                        .map(each -> each.place() + " " + each.code() + " " + each.state())
                        .toList());
        assertEquals("甲（新）", view.items().get(0).item().name());
        assertEquals(4, view.last());
        assertFalse(view.more());
        assertEquals(List.of(), resource.feed("4", null, calling(YANTAI)).items());
        assertEquals(4, resource.feed("4", null, calling(YANTAI)).last());
        assertEquals(
                "of another centre nothing",
                0,
                resource.feed("", null, calling(HAIYANG)).last());
    }

    @Test
    public void whatIsAskedForIsAPlaceAndABoundedPart() {
        offer("A-1", "甲");
        offer("A-2", "乙");

        FeedView first = resource.feed("0", 1, calling(YANTAI));

        assertTrue(first.more());
        assertEquals(
                "A-2",
                resource.feed("" + first.last(), 1, calling(YANTAI))
                        .items()
                        .get(0)
                        .code());
        refused(CommonError.PARAMETER_UNREADABLE, () -> resource.feed("-1", null, calling(YANTAI)));
        refused(CommonError.PARAMETER_UNREADABLE, () -> resource.feed("1e3", null, calling(YANTAI)));
        refused(CommonError.PARAMETER_UNREADABLE, () -> resource.csv("9".repeat(19), null, calling(YANTAI)));
        refused(CommonError.FIELDS_INVALID, () -> resource.feed("0", 201, calling(YANTAI)));
    }

    @Test
    public void whoKnowsAPlaceThatIsStillToComeStartsAgain() {
        offer("A-1", "甲");

        assertEquals(0, resource.feed("1", 1, calling(YANTAI)).items().size());
        refused(CatalogueError.FEED_RESTARTED, () -> resource.feed("2", 1, calling(YANTAI)));
    }

    @Test
    public void rowsHaveTheColumnsOfAnImport() {
        offer("A-1", "\"甲, \"\"乙\"\"\"");
        offer("A-2", "丙");
        editing.retire("A-2", calling(YANTAI));
        heard("A-2");

        String[] rows = new String(resource.csv(null, null, calling(YANTAI)), StandardCharsets.UTF_8).split("\r\n");

        assertTrue(rows[0], rows[0].startsWith("place,state,事项编码,事项名称,"));
        assertTrue(rows[1], rows[1].startsWith("1,PUBLISHED,A-1,\"甲, \"\"乙\"\"\","));
        assertEquals("3,REMOVED,A-2", rows[2]);
    }

    /** Whoever asks on and on while a centre publishes has everything in the end. */
    @Test
    public void whoFollowsWhileThereArePublicationsMissesNothing() {
        int count = 300;
        String rows = IntStream.range(0, count)
                .mapToObj(number -> row("F-" + number, "事项" + number))
                .collect(Collectors.joining("\n"));
        importCsv(HEADINGS + rows + "\n", true, calling(YANTAI));
        CompletableFuture<Void> publishing =
                CompletableFuture.runAsync(() -> IntStream.range(0, count).forEach(number -> heard("F-" + number)));
        List<Long> places = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        long last = 0;
        boolean done;
        do {
            done = publishing.isDone();
            Part part = feed.after(last, 20, calling(YANTAI));
            part.changes().stream().map(Change::place).forEach(places::add);
            part.changes().stream().map(Change::code).forEach(codes::add);
            done &= !part.more();
            last = part.last();
        } while (!done);
        publishing.join();

        assertEquals(IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList(), places);
        assertEquals(count, new HashSet<>(codes).size());
    }

    /** Whoever shows the files of a guide by its digest learns that one was given, or taken away. */
    @Test
    public void aFileOfAPublishedItemIsAChange() {
        offer("A-1", "甲");
        importCsv(HEADINGS + row("A-2", "乙") + "\n", false, calling(YANTAI));

        hear("sample-file", "A-1");
        hear("sample-file", "A-2");
        hear("listed-demand", "A-1");

        FeedView view = resource.feed("1", null, calling(YANTAI));
        assertEquals(
                List.of("2 A-1 PUBLISHED"),
                view.items().stream()
                        .map(each -> each.place() + " " + each.code() + " " + each.state())
                        .toList());
        assertEquals("a draft is nobody's to see", 2, view.last());
    }

    @Test
    public void aFileInWhichAScannerHasFoundSomethingIsInNoGuideAnyMore() throws IOException {
        importCsv(
                HEADINGS.strip() + ",materials\n" + row("A-1", "甲") + ",申请表\n" + row("A-2", "乙") + ",申请表\n",
                true,
                calling(YANTAI));
        for (String code : List.of("A-1", "A-2")) {
            samples.give(
                    code,
                    "m1",
                    SampleKind.SAMPLE,
                    new HandedIn("样表.pdf", "application/pdf", SampleFiles.LARGEST),
                    new ByteArrayInputStream(("%PDF-1.7 " + code).getBytes(StandardCharsets.US_ASCII)),
                    calling(YANTAI));
        }
        String bad = samples.held("A-2", calling(YANTAI)).get(0).file().sha256();
        transactions.write(calling(YANTAI), String.class, unit -> {
            for (int i = 0; i <= FileStore.MOST_USERS; i++) {
                files.use(bad, "case-file/" + i, unit); // applicants who hand the form in as it is
            }
            return "";
        });

        hear("file", DomainEvent.of("documents", FileStore.INFECTED_EVENT).about(bad, ""));

        List<ChangeView> told = resource.feed("0", null, calling(YANTAI)).items();
        assertEquals(List.of("A-2"), told.stream().map(ChangeView::code).toList());
        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='INFECTED' WHERE SHA256='" + bad + "'");
        assertEquals(1, told.get(0).item().samples().size());
        assertEquals(
                List.of(),
                resource.feed("0", null, calling(YANTAI)).items().get(0).item().samples());

        long last = resource.feed("0", null, calling(YANTAI)).last();
        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='NEW' WHERE SHA256='" + bad + "'");
        hear("file", DomainEvent.of("documents", FileStore.SCAN_AGAIN_EVENT).about(bad, ""));

        List<ChangeView> back = resource.feed("" + last, null, calling(YANTAI)).items();
        assertEquals(
                "a false alarm",
                List.of("A-2"),
                back.stream().map(ChangeView::code).toList());
        assertEquals(1, back.get(0).item().samples().size());
    }

    private void hear(String aggregate, String code) {
        hear(aggregate, DomainEvent.of(CatalogueEvent.MODULE, "list-changed").about(code, code));
    }

    private void hear(String aggregate, DomainEvent event) {
        PublicationListener listener = new PublicationListener(changes, items, files);
        String code = event.number();
        assertTrue(listener.wants().wants(event));
        transactions.write(calling(YANTAI), String.class, unit -> {
            listener.on(
                    new EventEnvelope(
                            YANTAI,
                            event,
                            aggregate,
                            code,
                            1,
                            "e",
                            "e",
                            unit.context().at(),
                            "r",
                            1,
                            1),
                    unit);
            return "";
        });
    }

    private void offer(String code, String name) {
        importCsv(HEADINGS + row(code, name) + "\n", true, calling(YANTAI));
        heard(code);
    }

    private static String row(String code, String name) {
        return code + "," + name + ",行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件";
    }

    private void heard(String code) {
        transactions.write(calling(YANTAI), String.class, unit -> {
            changes.add(code, unit);
            return "";
        });
    }
}
