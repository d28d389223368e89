package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.catalogue.internal.BasicCatalogue.NewList;
import org.yichuang.catalogue.internal.domain.basic.NewBasic;
import org.yichuang.catalogue.internal.domain.demand.NewDemand;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.catalogue.internal.web.BasicPages;
import org.yichuang.catalogue.internal.web.DemandPages;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** Two people change the same entry of a public list on their pages: nobody loses words, or writes over unseen ones. */
public class ListPagesTest extends CatalogueWorld {
    private static final NewDemand PROOF = new NewDemand("Z-01", Demand.Kind.CERTIFICATE, "体检证明", "《食品安全法》第四十五条", "医院");

    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private DemandPages demandPages;
    private BasicPages basicPages;
    private Demands demands;
    private BasicCatalogue basics;
    private Optional<Long> version = Optional.empty();
    private TenantId centre = YANTAI;
    private ProblemException told;
    private String redirected;
    private String page;

    @Before
    public void openPages() {
        PublishedRows published = new PublishedRows(transactions.persistenceUnit(), items);
        demands = new Demands(transactions, network, items);
        basics = new BasicCatalogue(
                transactions, network, items, published, new Unification(transactions, network, published, items));
        demandPages = new DemandPages(demands);
        basicPages = new BasicPages(basics);
    }

    @Test
    public void whereNoCentreOfTheLineHasAListThePageSaysSoAndNoRule() {
        centre = HAIYANG;
        demandPages.list(call());
        assertTrue(page, page.contains("demand.nothing") && !page.contains("demand.hint"));
        basicPages.list(call());
        assertTrue(page, page.contains("basic.nothing") && !page.contains("basic.hint"));

        demands.put(PROOF, calling(YANTAI));
        set("公共场所卫生许可", null);
        type("q", "没有这样的");
        demandPages.list(call());
        assertTrue("nothing of these words is found", page.contains("demand.hint"));
        basicPages.list(call());
        assertTrue(page, page.contains("basic.hint") && !page.contains("basic.nothing"));
    }

    @Test
    public void anEntryThatAColleagueHasChangedComesAgainWithBothWordsAndIsThenChanged() {
        demands.put(PROOF, calling(YANTAI));
        long opened = demands.own("Z-01", calling(YANTAI)).revision();
        demands.put(
                new NewDemand("Z-01", Demand.Kind.CERTIFICATE, "健康证明", PROOF.basis(), PROOF.issuer()), calling(YANTAI));
        typeProof("Z-01", "体格检查证明");
        version = Optional.of(opened);

        demandPages.put(call());

        assertEquals("precondition-failed", told.code().code());
        assertTrue(page, page.contains("<name=体格检查证明>"));
        assertTrue(
                "what it says now: " + page, page.contains("entry.meanwhile") && page.contains("{demand.name=健康证明}"));

        version = Optional.of(demands.own("Z-01", calling(YANTAI)).revision());
        assertTrue("the version that has been shown", page.contains("<version " + version.get() + ">"));
        demandPages.put(call());
        assertEquals("体格检查证明", demands.own("Z-01", calling(YANTAI)).name());

        typeProof("Z-01", "");
        version = Optional.of(demands.own("Z-01", calling(YANTAI)).revision());
        demandPages.put(call());
        assertEquals("fields-invalid", told.code().code());
        assertFalse("nobody has changed it since", page.contains("entry.meanwhile"));
    }

    @Test
    public void anEntryThatAColleagueHasTakenOffComesAgainAsANewOne() {
        demands.put(PROOF, calling(YANTAI));
        long opened = demands.own("Z-01", calling(YANTAI)).revision();
        demands.takeOut("Z-01", new Mistake("已取消"), calling(YANTAI));
        typeProof("Z-01", "体格检查证明");
        version = Optional.of(opened);

        demandPages.put(call());

        assertEquals("precondition-failed", told.code().code());
        assertTrue(page, page.contains("<code=Z-01>") && page.contains("<name=体格检查证明>"));
        assertTrue(page, page.contains("<version 0>"));

        type("reason", "已取消");
        demandPages.takeOut(call());
        assertEquals("demand-unknown", told.code().code());

        typed.remove("entry");
        type("code", "Z-01");
        version = Optional.of(0L);
        demandPages.put(call());
        assertEquals("/catalogue/demands", redirected);
        assertEquals("体格检查证明", demands.own("Z-01", calling(YANTAI)).name());
    }

    @Test
    public void anItemOfTheBasicCatalogueThatAColleagueHasChangedComesAgainWithBothWords() {
        set("公共场所卫生许可", null);
        long opened = basics.own("YT-01", calling(YANTAI)).revision();
        set("公共场所卫生行政许可", opened);
        typeBasic("公共场所许可");
        version = Optional.of(opened);

        basicPages.change(call());

        assertEquals("precondition-failed", told.code().code());
        assertTrue(page, page.contains("<name=公共场所许可>") && page.contains("{item.name=公共场所卫生行政许可}"));
        assertTrue("what was ticked", page.contains("<level.city=true>"));
        assertTrue("and what was not", page.contains("<level.county=false>"));

        version = Optional.of(basics.own("YT-01", calling(YANTAI)).revision());
        basicPages.change(call());
        assertEquals("公共场所许可", basics.own("YT-01", calling(YANTAI)).name());
    }

    @Test
    public void anItemThatAColleagueHasTakenOutComesAgainAsALineOfNewOnes() {
        set("公共场所卫生许可", null);
        long opened = basics.own("YT-01", calling(YANTAI)).revision();
        basics.takeOut("YT-01", new Mistake("已取消"), calling(YANTAI));
        typeBasic("公共场所许可");
        version = Optional.of(opened);

        basicPages.change(call());

        assertEquals("precondition-failed", told.code().code());
        String line = "YT-01|公共场所许可|行政许可|《条例》 第四条|市级";
        assertTrue(page, page.contains("<entries=" + line + ">"));

        typed.clear();
        type("entries", line);
        basicPages.put(call());
        assertEquals("/catalogue/basics", redirected);
        assertEquals("公共场所许可", basics.own("YT-01", calling(YANTAI)).name());
        assertEquals(
                1,
                basics.list("", PageRequest.of(5, null), calling(HAIYANG))
                        .items()
                        .size());
    }

    private void set(String name, Long revision) {
        NewBasic said =
                new NewBasic("YT-01", name, ItemType.LICENCE, "《条例》第四条", List.of(Level.CITY, Level.COUNTY), revision);
        basics.put(new NewList(List.of(said)), calling(YANTAI));
    }

    private void type(String field, String text) {
        typed.put(field, List.of(text));
    }

    private void typeProof(String entry, String name) {
        type("entry", entry);
        type("kind", "CERTIFICATE");
        type("name", name);
        type("issuer", PROOF.issuer());
        type("basis", PROOF.basis());
    }

    private void typeBasic(String name) {
        type("entry", "YT-01");
        type("name", name);
        type("type", "LICENCE");
        type("basis", "《条例》\r\n第四条");
        type("level.city", "true");
    }

    private PageCall call() {
        CallContext system = calling(centre);
        CallContext context = new CallContext(
                system.tenant(), system.actor(), system.at(), system.requestId(), Optional.empty(), version);
        Ui ui = ui();
        return answering(PageCall.class, (proxy, method, values) -> switch (method.getName()) {
            case "context" -> context;
            case "tenant" -> network.get(centre);
            case "ui" -> ui;
            case "form" -> new Form(typed, Map.of());
            case "query" -> values[0].equals("q") ? new Form(typed, Map.of()).text("q") : "";
            case "redirect" -> shown(null, null, (String) values[0]);
            case "render" -> shown(null, (Screen) values[0], null);
            case "redisplay" -> shown((ProblemException) values[0], (Screen) values[1], null);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private Object shown(ProblemException refusal, Screen screen, String to) {
        told = refusal;
        redirected = to;
        StringOutput out = new StringOutput();
        if (screen != null) {
            screen.content().writeTo(out);
        }
        page = out.toString();
        return null;
    }

    /** Words by their keys, fields with what stands in them, as the form that comes again shows it. */
    private Ui ui() {
        Map<String, String> levels = new HashMap<>(Map.of("level.city", "市级", "level.county", "县级"));
        return answering(Ui.class, (proxy, method, values) -> switch (method.getName()) {
            case "t" -> levels.getOrDefault((String) values[0], (String) values[0]);
            case "localize" -> ((LocalizedMessage) values[0]).zh();
            case "path" -> values[0];
            case "locale" -> LocalizedMessage.CHINESE;
            case "text" -> words((String) values[0]);
            case "link" -> words((String) values[1]);
            case "hidden" -> words(values == null ? "" : "<version " + values[0] + ">");
            case "field" -> field((Field) values[0]);
            case "facts" -> facts((List<?>) values[0]);
            case "filter", "table" -> words("");
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private Content field(Field field) {
        String posted = new Form(typed, Map.of()).text(field.name());
        return words("<" + field.name() + "=" + (typed.containsKey(field.name()) ? posted : field.value()) + ">");
    }

    private static Content facts(List<?> facts) {
        StringOutput out = new StringOutput();
        for (Object each : facts) {
            Fact fact = (Fact) each;
            out.writeContent("{" + fact.name() + "=");
            fact.value().writeTo(out);
            out.writeContent("}");
        }
        return words(out.toString());
    }

    private static Content words(String words) {
        return out -> out.writeContent(words);
    }

    private static <T> T answering(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
