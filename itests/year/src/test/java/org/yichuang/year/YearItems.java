package org.yichuang.year;

import static org.yichuang.kernel.api.Level.CITY;
import static org.yichuang.kernel.api.Level.COUNTY;
import static org.yichuang.kernel.api.Level.TOWNSHIP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Declaration;
import org.yichuang.catalogue.api.Material.Deferral;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.testing.centres.TestCentres;

/** What can be applied for: limits of each unit and of none, roads of each length, materials that may follow. */
final class YearItems implements Catalogue {
    static final Material FORM = new Material("m1", "申请书", true, "", 1, "");
    static final Material DRAWING = new Material("m2", "图纸", false, "", 1, "");
    static final Material REPORT = new Material("m3", "检测报告", true, "", 1, "", new Deferral(5), null);
    static final Material PARKING =
            new Material("m4", "停车场地证明", true, "", 1, "", new Deferral(null), new Declaration("撤销许可"));

    /** Of it, what is missing is to be supplied within some days, or it ends. */
    static final String TIMED = "canopy";

    private static final int CORRECTED_WITHIN = 5;

    /** What somebody examines, and somebody else verifies, before it goes on. */
    private static final List<String> EXAMINED = List.of("workshop", "greenhouse");

    private final Map<String, ItemDefinition> items = new LinkedHashMap<>();

    YearItems() {
        Route county = route("county", COUNTY, accept(COUNTY), decide(COUNTY, "审批局", null));
        Route linked =
                route("county-city", COUNTY, accept(COUNTY), review(COUNTY, "住建局", null), decide(CITY, "城管局", null));
        Item licence = new Item(ItemType.LICENCE, CaseKind.COMMITTED);
        Item service = new Item(ItemType.PUBLIC_SERVICE, CaseKind.COMMITTED);
        Item instant = new Item(ItemType.LICENCE, CaseKind.INSTANT);
        add("health-permit", instant, Limit.working(20), Limit.working(1), "卫生许可证", county);
        add("copy-of-file", new Item(ItemType.PUBLIC_SERVICE, CaseKind.INSTANT), null, Limit.working(0), "", county);
        add("shop-sign", licence, Limit.working(20), Limit.working(10), "", county);
        add("well-drilling", licence, Limit.calendar(30), Limit.calendar(20), "", county);
        add("felling", licence, null, Limit.working(15), "采伐许可证", county);
        add("school", licence, Limit.working(60), null, "办学许可证", county);
        add("allowance", service, null, Limit.working(3), "", county);
        add("advice", service, null, null, "", county);
        add("trees", licence, Limit.working(20), Limit.working(15), "", linked);
        add(
                "square",
                licence,
                null,
                Limit.working(15),
                "",
                route(
                        "to-government",
                        COUNTY,
                        accept(COUNTY),
                        review(COUNTY, "住建局", null),
                        review(CITY, "城管局", Limit.working(7)),
                        decide(CITY, "市人民政府", Limit.working(3))));
        add(
                "bridge",
                licence,
                Limit.working(20),
                Limit.calendar(18),
                "",
                route(
                        "two-reviews",
                        COUNTY,
                        accept(COUNTY),
                        review(COUNTY, "住建局", Limit.working(4)),
                        review(COUNTY, "审批局", Limit.calendar(6)),
                        decide(CITY, "城管局", Limit.working(9))));
        add(
                "lights",
                licence,
                null,
                Limit.working(15),
                "",
                route("at-once", COUNTY, accept(COUNTY), decide(CITY, "城管局", null)));
        add(
                "cards",
                licence,
                Limit.working(20),
                null,
                "资格证",
                route("by-city", CITY, accept(COUNTY), decide(CITY, "城管局", null)));
        add("parking", licence, Limit.working(20), Limit.working(9), "", county, FORM, REPORT, PARKING);
        add("stadium", licence, Limit.working(20), null, "", linked, FORM, REPORT, PARKING);
        add(
                "agency",
                licence,
                Limit.working(20),
                null,
                "",
                route("three", COUNTY, accept(TOWNSHIP), review(COUNTY, "住建局", null), decide(CITY, "城管局", null)));
        add("workshop", licence, Limit.working(20), Limit.working(14), "", county);
        add("greenhouse", licence, Limit.working(20), null, "", linked);
        add("tall-house", licence, Limit.working(20), Limit.working(15), "", county);
        items.computeIfPresent(
                "tall-house",
                (same, item) -> item.with(new Examination(false, false, HearingDuty.ON_REQUEST), item.certificate()));
        EXAMINED.forEach(code -> items.computeIfPresent(
                code, (same, item) -> item.with(new Examination(true, false, HearingDuty.NONE), item.certificate())));
        add(
                "house",
                licence,
                Limit.working(20),
                Limit.working(12),
                "",
                route("two", COUNTY, accept(TOWNSHIP), decide(COUNTY, "住建局", null)));
        add(TIMED, licence, Limit.working(20), Limit.working(10), "", county);
        items.computeIfPresent(
                TIMED,
                (same, item) -> item.with(new Handling(
                        Handling.InPerson.NO, false, null, CORRECTED_WITHIN, null, List.of(), null, null)));
        hold("health-permit", Certificate.Kind.LICENCE, 2, 15);
        hold("felling", Certificate.Kind.LICENCE, 1, 10);
        hold("school", Certificate.Kind.LICENCE, 4, 30);
        hold("parking", Certificate.Kind.APPROVAL, 3, 30);
        hold("trees", Certificate.Kind.LICENCE, 2, 20);
        hold("cards", Certificate.Kind.QUALIFICATION, 3, 30);
        YearBundles.all().forEach(bundle -> items.put(bundle.code(), bundle));
    }

    /** What is made out holds for some months. */
    private void hold(String code, Certificate.Kind kind, int months, int renewalDays) {
        items.computeIfPresent(
                code,
                (same, item) -> item.with(item.examination(), new Certificate(kind, months, renewalDays, null, false)));
    }

    private record Item(ItemType type, CaseKind kind) {}

    static Stage accept(Level level) {
        return new Stage(Action.ACCEPT, level, "", null);
    }

    private static Stage review(Level level, String department, Limit limit) {
        return new Stage(Action.PRE_REVIEW, level, department, limit);
    }

    static Stage decide(Level level, String department, Limit limit) {
        return new Stage(Action.DECIDE, level, department, limit);
    }

    static Route route(String id, Level issue, Stage... stages) {
        return new Route(id, id, List.of(), List.of(stages), issue);
    }

    private void add(String code, Item item, Limit statutory, Limit promised, String result, Route route) {
        add(code, item, statutory, promised, result, route, FORM, DRAWING);
    }

    private void add(
            String code,
            Item item,
            Limit statutory,
            Limit promised,
            String result,
            Route route,
            Material... materials) {
        boolean isOfCity = route.stages().stream().anyMatch(stage -> stage.level() == CITY);
        items.put(
                code,
                ItemDefinition.of(code)
                        .name("事项 " + code)
                        .type(item.type())
                        .department("审批局")
                        .organ(isOfCity ? "烟台市行政审批服务局" : "海阳市行政审批服务局")
                        .exerciseLevel(isOfCity ? CITY : COUNTY)
                        .kind(item.kind())
                        .statutoryLimit(statutory)
                        .promisedLimit(promised)
                        .materials(List.of(materials))
                        .legalBasis("条例第一条")
                        .result(result)
                        .acceptanceLevels(Set.of(route.stages().get(0).level()))
                        .routes(new ArrayList<>(List.of(route)))
                        .reconsiderationFirst(code.equals("felling"))
                        .made());
    }

    /** All of them, by code. */
    Map<String, ItemDefinition> definitions() {
        return items;
    }

    @Override
    public Page<ItemVersion> search(Query query, PageRequest page, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> departments(CallContext context) {
        return List.of();
    }

    @Override
    public ItemVersion offered(String code, CallContext context) {
        return new ItemVersion(TestCentres.YANTAI, 1, ItemVersion.State.PUBLISHED, items.get(code), Instant.EPOCH, 1);
    }

    @Override
    public ItemVersion version(TenantId owner, String code, int number, CallContext context) {
        return offered(code, context);
    }

    @Override
    public ItemVersion offered(String code, UnitOfWork unit) {
        return offered(code, unit.context());
    }

    @Override
    public ItemVersion version(TenantId owner, String code, int number, UnitOfWork unit) {
        return offered(code, unit.context());
    }

    @Override
    public Map<String, ItemVersion> members(ItemVersion bundle, List<JointMember> members, CallContext context) {
        return members.stream()
                .filter(member -> !member.item().isEmpty())
                .collect(Collectors.toMap(JointMember::id, member -> offered(member.item(), context)));
    }

    @Override
    public RouteChoice routeAgain(ItemDefinition item, Map<String, Object> form) {
        return route(item, form);
    }

    @Override
    public RouteChoice route(ItemDefinition item, Map<String, Object> form) {
        return new RouteChoice(item.routes().get(0), new BilingualText("理由", "reason"), YearBundles.needed(item, form));
    }
}
