package org.yichuang.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.catalogue.api.FormField;
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
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.testing.centres.TestCentres;

/** A catalogue of a few items; a form field {@code route} chooses the route by its id. */
final class Items implements Catalogue {
    /** The version that each of them has. */
    static final Draft.Since FIRST = new Draft.Since(TestCentres.YANTAI.value(), 1);

    static final String SIMPLE = "simple";
    static final String TREES = "trees";
    static final String AGENCY = "agency";
    static final String CITY = "city";
    static final String PROVINCE = "province";
    static final String SERVICE = "service";
    static final String LONG = "long";
    static final int LONG_FORM = 20;
    static final String POWER_OF_CITY = "power-of-city";

    static final String ORGAN = "烟台市行政审批服务局";
    static final String RECONSIDERED = "reconsidered";

    /** Of its materials m1 has to be there, m3 may follow within 5 working days, m4 may also be promised. */
    static final String GAPS = "gaps";

    /** The same, which the county pre-reviews and the city decides. */
    static final String LINKED_GAPS = "linked-gaps";

    /** The same, which the city decides without any pre-review. */
    static final String STRAIGHT_GAPS = "straight-gaps";

    /** It is examined, verified and surveyed before the county decides. */
    static final String EXAMINED = "examined";

    /** The same, before the county pre-reviews and the city decides. */
    static final String LINKED_EXAMINED = "linked-examined";

    /** The applicant and others may ask for a hearing before the county decides. */
    static final String HEARD = "heard";

    /** The county holds a hearing before it decides. */
    static final String ALWAYS_HEARD = "always-heard";

    /** Examined and verified, and m3 may follow. */
    static final String EXAMINED_GAPS = "examined-gaps";

    /** The same where the city decides what the county pre-reviews. */
    static final String LINKED_HEARD = "linked-heard";

    /** What comes in online is reviewed before it is accepted. */
    static final String ONLINE = "online";

    /** Its stage has more time than the law gives. */
    static final String SLOW = "slow";

    /** Its only stage has half of what the law gives. */
    static final String QUICK = "quick";

    /** What is missing is to be supplied within ten working days. */
    static final String LIMITED = "limited";

    /** Registered on the spot, else within three working days. */
    static final String REGISTERED = "registered";

    /** The same, registered above. */
    static final String LINKED_REGISTERED = "linked-registered";

    /** Whoever applies has to come once. */
    static final String ONCE = "once";

    /** Decided in the name of the organ that delegates it. */
    static final String DELEGATED = "delegated";

    /** The applicant has to come. */
    static final String IN_PERSON = "in-person";

    static final String LINKED_ALWAYS_HEARD = "linked-always-heard";

    private static final List<FormField> PERSONAL = List.of(
            new FormField("illness", "病情", FormField.Type.TEXT, false, null, null, List.of(), true),
            new FormField("income", "年收入", FormField.Type.INTEGER, false, null, null, List.of(), true));

    private final Map<String, ItemVersion> items = new HashMap<>();

    Items() {
        for (ItemDefinition bundle : List.of(
                JointSamples.shop(),
                JointSamples.plant(),
                JointSamples.mall(),
                JointSamples.park(),
                JointSamples.lake(),
                JointSamples.garden(),
                JointSamples.twice())) {
            items.put(
                    bundle.code(),
                    new ItemVersion(TestCentres.YANTAI, 1, ItemVersion.State.PUBLISHED, bundle, Instant.EPOCH, 1));
        }
        for (String code : List.of(SIMPLE, HEARD)) {
            add(
                    code,
                    Limit.working(20),
                    Limit.working(10),
                    route("county", Level.COUNTY, accept(), decide(Level.COUNTY, "住建局")));
        }
        add(
                RECONSIDERED,
                null,
                Limit.working(10),
                route("county", Level.COUNTY, accept(), decide(Level.COUNTY, "审批局")));
        add(
                GAPS,
                Limit.working(20),
                Limit.working(15),
                route("county", Level.COUNTY, accept(), decide(Level.COUNTY, "住建局")));
        add(
                LINKED_GAPS,
                Limit.working(20),
                null,
                route("county-city", Level.COUNTY, accept(), review(Level.COUNTY, "住建局"), decide(Level.CITY, "城管局")));
        add(
                STRAIGHT_GAPS,
                Limit.working(20),
                null,
                route("county-city", Level.COUNTY, accept(), decide(Level.CITY, "城管局")));
        for (String code : List.of(EXAMINED_GAPS, EXAMINED, ALWAYS_HEARD, LIMITED, ONCE, IN_PERSON, ONLINE)) {
            add(code, Limit.working(20), null, route("county", Level.COUNTY, accept(), decide(Level.COUNTY, "住建局")));
        }
        for (String code : List.of(LINKED_EXAMINED, LINKED_HEARD, LINKED_ALWAYS_HEARD, LINKED_REGISTERED)) {
            add(
                    code,
                    Limit.working(20),
                    null,
                    route(
                            "county-city",
                            Level.COUNTY,
                            accept(),
                            review(Level.COUNTY, "住建局"),
                            decide(Level.CITY, "城管局")));
        }
        add(DELEGATED, Limit.working(20), null, route("county", Level.COUNTY, accept(), decide(Level.COUNTY, "审批局")));
        add(REGISTERED, null, null, route("county", Level.COUNTY, accept(), decide(Level.COUNTY, "市场监管局")));
        add(SERVICE, null, Limit.working(3), route("county", Level.COUNTY, accept(), decide(Level.COUNTY, "民政局")));
        add(
                SLOW,
                Limit.working(20),
                null,
                route(
                        "county",
                        Level.COUNTY,
                        accept(),
                        new Stage(Action.DECIDE, Level.COUNTY, "住建局", Limit.working(60))));
        add(
                QUICK,
                Limit.working(20),
                null,
                route(
                        "county",
                        Level.COUNTY,
                        accept(),
                        new Stage(Action.DECIDE, Level.COUNTY, "住建局", Limit.working(10))));
        add(LONG, null, null, route("county", Level.COUNTY, accept(), decide(Level.COUNTY, "住建局")));
        add(
                TREES,
                null,
                Limit.working(15),
                route("county-city", Level.COUNTY, accept(), review(Level.COUNTY, "住建局"), decide(Level.CITY, "城管局")),
                route(
                        "to-government",
                        Level.COUNTY,
                        accept(),
                        review(Level.COUNTY, "住建局"),
                        new Stage(Action.PRE_REVIEW, Level.CITY, "城管局", Limit.working(7)),
                        new Stage(Action.DECIDE, Level.CITY, "市人民政府", Limit.working(3))));
        add(
                POWER_OF_CITY,
                null,
                Limit.working(15),
                route("county", Level.COUNTY, accept(), decide(Level.COUNTY, "审批局")),
                route("city", Level.COUNTY, accept(), decide(Level.CITY, "审批局")));
        add(CITY, null, Limit.working(15), route("at-once", Level.COUNTY, accept(), decide(Level.CITY, "城管局")));
        add(PROVINCE, null, null, route("past", Level.COUNTY, accept(), decide(Level.PROVINCE, "水利厅")));
        add(
                AGENCY,
                Limit.working(20),
                null,
                route(
                        "three",
                        Level.COUNTY,
                        new Stage(Action.ACCEPT, Level.TOWNSHIP, "", null),
                        review(Level.COUNTY, "住建局"),
                        decide(Level.CITY, "城管局")),
                route(
                        "two",
                        Level.COUNTY,
                        new Stage(Action.ACCEPT, Level.TOWNSHIP, "", null),
                        decide(Level.COUNTY, "住建局")),
                route(
                        "pass",
                        Level.CITY,
                        new Stage(Action.ACCEPT, Level.TOWNSHIP, "", null),
                        decide(Level.CITY, "城管局")));
    }

    private static List<FormField> form(String code) {
        return switch (code) {
            case SIMPLE -> PERSONAL;
            case LONG -> IntStream.range(0, LONG_FORM)
                    .mapToObj(i ->
                            new FormField("f" + i, "栏目" + i, FormField.Type.TEXT, false, null, null, List.of(), false))
                    .toList();
            default -> List.of();
        };
    }

    private static List<Material> materials(String code) {
        Material form = new Material("m1", "申请书", true, "", 1, "");
        if (!code.endsWith(GAPS)) {
            return List.of(form, new Material("m2", "图纸", false, "", 1, ""));
        }
        return List.of(
                form,
                new Material("m3", "检测报告", true, "", 1, "", new Deferral(5), null),
                new Material("m4", "停车场地证明", true, "", 1, "", new Deferral(null), new Declaration("撤销许可")));
    }

    private static Stage accept() {
        return new Stage(Action.ACCEPT, Level.COUNTY, "", null);
    }

    private static Stage review(Level level, String department) {
        return new Stage(Action.PRE_REVIEW, level, department, null);
    }

    private static Stage decide(Level level, String department) {
        return new Stage(Action.DECIDE, level, department, null);
    }

    private static Route route(String id, Level issue, Stage... stages) {
        return new Route(id, id, List.of(), List.of(stages), issue);
    }

    private static Examination examination(String code) {
        if (code.endsWith(HEARD)) {
            return new Examination(
                    false, false, code.endsWith(ALWAYS_HEARD) ? HearingDuty.MANDATORY : HearingDuty.ON_REQUEST);
        }
        if (code.equals(EXAMINED_GAPS)) {
            return new Examination(true, false, HearingDuty.NONE);
        }
        return code.endsWith(EXAMINED) ? new Examination(true, true, HearingDuty.NONE) : Examination.NONE;
    }

    private static Handling handling(String code) {
        return switch (code) {
            case ONLINE -> new Handling(null, true, null, null, null, null);
            case DELEGATED -> new Handling(
                    null, false, null, null, new Handling.Delegation("烟台市自然资源局", "省政府令第1号", "公告"), null);
            case ONCE -> new Handling(null, false, new Handling.Visits(1, "须核对原件", "条例第九条"), null, null, null);
            case LIMITED -> new Handling(null, false, null, 10, null, null);
            case IN_PERSON -> new Handling(new Handling.InPerson(true, "须本人现场签字"), false, null, null, null, null);
            case REGISTERED, LINKED_REGISTERED -> new Handling(
                    null, false, null, null, null, null, null, Handling.Registration.MARKET_ENTITY);
            default -> Handling.USUAL;
        };
    }

    private void add(String code, Limit statutory, Limit promised, Route... routes) {
        ItemDefinition definition = ItemDefinition.of(code)
                .name("事项 " + code)
                .type(code.equals(SERVICE) ? ItemType.PUBLIC_SERVICE : ItemType.LICENCE)
                .department("审批局")
                .organ(ORGAN)
                .exerciseLevel(code.equals(POWER_OF_CITY) || code.equals(TREES) ? Level.CITY : Level.COUNTY)
                .kind(CaseKind.COMMITTED)
                .statutoryLimit(statutory)
                .promisedLimit(promised)
                .materials(materials(code))
                .fee("不收费")
                .legalBasis("依据")
                .result(code.equals(RECONSIDERED) ? "采伐许可证" : "")
                .acceptanceLevels(Set.of(Level.COUNTY))
                .form(form(code))
                .routes(new ArrayList<>(List.of(routes)))
                .reconsiderationFirst(code.equals(RECONSIDERED))
                .handling(handling(code))
                .made()
                .with(examination(code), Certificate.NONE);
        items.put(
                code,
                new ItemVersion(TestCentres.YANTAI, 1, ItemVersion.State.PUBLISHED, definition, Instant.EPOCH, 1));
    }

    /** As where the catalogue of another deployment has not come. */
    void forget(String code) {
        items.remove(code);
    }

    private static ProblemException unknown() {
        return new ProblemException(CatalogueError.ITEM_UNKNOWN, LocalizedMessage.verbatim("没有该事项"));
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
        return Optional.ofNullable(items.get(code)).orElseThrow(Items::unknown);
    }

    @Override
    public ItemVersion version(TenantId owner, String code, int number, CallContext context) {
        return Optional.of(offered(code, context))
                .filter(each -> each.owner().equals(owner) && each.number() == number)
                .orElseThrow(Items::unknown);
    }

    @Override
    public ItemVersion offered(String code, UnitOfWork unit) {
        return offered(code, unit.context());
    }

    @Override
    public ItemVersion version(TenantId owner, String code, int number, UnitOfWork unit) {
        return version(owner, code, number, unit.context());
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
        Object wanted = form.get("route");
        Route route = item.routes().stream()
                .filter(each -> wanted == null || each.id().equals(wanted))
                .findFirst()
                .orElseThrow();
        List<JointMember> branches = item.bundled()
                ? item.joint().members().stream()
                        .filter(member -> member.always()
                                || form.containsKey(member.when().get(0).get(0).field()))
                        .toList()
                : List.of();
        return new RouteChoice(route, new BilingualText("理由", "reason"), branches);
    }
}
