package org.yichuang.catalogue.internal.domain.joint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointHandling;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.internal.domain.FeeWords;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.time.Limit;

/** Puts a bundle together of what an editor says and of the items that its centre offers. */
public final class BundleComposer {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final String ROUTE = "joint";

    private final BundleDraft draft;
    private final Map<String, ItemVersion> offered;
    private final Level here;
    private final Problems problems = new Problems();
    private final Problems elsewhere = new Problems();
    private final FormUnion form = new FormUnion(problems);
    private final MaterialUnion materials;
    private final Limit total;
    private final List<JointMember> members = new ArrayList<>();
    private final List<ItemDefinition> items = new ArrayList<>();

    private BundleComposer(BundleDraft draft, Map<String, ItemVersion> offered, Level here) {
        this.draft = draft;
        this.offered = offered;
        this.here = here;
        this.total = draft.total() == null ? null : Limit.working(draft.total());
        this.materials = new MaterialUnion(total);
    }

    /**
     * A bundle as far as it can be put together.
     *
     * @param definition the item that it is
     * @param problems why it cannot be published, by field
     * @param elsewhere which members another centre decides, or makes out the result of, by field
     */
    public record Composed(ItemDefinition definition, List<FieldProblem> problems, List<FieldProblem> elsewhere) {}

    /**
     * Puts it together.
     *
     * @param offered the items that the centre offers, by code
     * @param here the level of the centre
     */
    public static Composed compose(BundleDraft draft, Map<String, ItemVersion> offered, Level here) {
        return new BundleComposer(draft, offered, here).composed();
    }

    private Composed composed() {
        form.add("form", LocalizedMessage.of(BundleComposer.class, "form.own").zh(), draft.questions(), true);
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < draft.members().size(); i++) {
            BundleDraft.Member member = draft.members().get(i);
            String path = "members[" + i + "]";
            if (!member.onlyHeard() && !seen.add(member.item())) {
                problems.add(path + ".item", message("member.repeated", member.item()));
            }
            members.add(member.onlyHeard() ? party(path, member, i) : item(path, member, i));
        }
        checkParties();
        return new Composed(definition(), problems.all(), elsewhere.all());
    }

    private void checkParties() {
        Set<String> departments = new TreeSet<>();
        members.stream()
                .filter(JointMember::decides)
                .map(JointMember::department)
                .forEach(departments::add);
        problems.when(items.size() < 2 || departments.size() < 2, "members", message("members.too-few"));
    }

    private JointMember party(String path, BundleDraft.Member member, int index) {
        problems.when(member.department().isBlank(), path + ".department", message("party.department-missing"));
        problems.when(member.name().isBlank(), path + ".name", message("party.name-missing"));
        return new JointMember(
                id(index),
                "",
                0,
                member.name(),
                member.department(),
                "",
                null,
                false,
                member.when(),
                member.limit(),
                List.of(),
                List.of());
    }

    private JointMember item(String path, BundleDraft.Member member, int index) {
        ItemVersion version = offered.get(member.item());
        if (version == null || version.definition().bundled()) {
            problems.add(
                    path + ".item",
                    message(version == null ? "member.not-offered" : "member.is-bundle", member.item()));
            return new JointMember(
                    id(index),
                    member.item(),
                    0,
                    member.name(),
                    member.department(),
                    "",
                    null,
                    true,
                    member.when(),
                    null,
                    List.of(),
                    List.of());
        }
        ItemDefinition item = version.definition();
        items.add(item);
        checkRoutes(path, item);
        problems.when(item.handling().delegation() != null, path + ".item", message("member.delegated", item.name()));
        boolean always = member.when().isEmpty();
        List<String> fields = form.add(path + ".item", item.name(), item.form(), always);
        return new JointMember(
                id(index),
                item.code(),
                version.number(),
                item.name(),
                deciding(item),
                item.organ(),
                item.type(),
                true,
                member.when(),
                item.promisedLimit() == null ? item.statutoryLimit() : item.promisedLimit(),
                fields,
                materials.add(item.name(), item.materials(), always),
                item.examination());
    }

    private static String id(int index) {
        return "b" + (index + 1);
    }

    /**
     * Whatever an application says, the item is decided and its result made out here, or decided by a centre above, to
     * which a branch of the case goes up.
     */
    private void checkRoutes(String path, ItemDefinition item) {
        boolean isElsewhere = item.routes().stream().anyMatch(route -> !isHere(route) && !isAbove(route));
        if (isElsewhere) {
            elsewhere.add(path + ".item", message("member.elsewhere", item.name(), item.code()));
        }
        boolean reviewedHere = item.routes().stream()
                .filter(this::isHere)
                .flatMap(route -> route.stages().stream())
                .anyMatch(stage -> stage.action() == Stage.Action.PRE_REVIEW && stage.level() == here);
        problems.when(reviewedHere, path + ".item", message("member.reviewed", item.name()));
    }

    private boolean isHere(Route route) {
        return last(route).level() == here && !route.issueLevel().isAbove(here);
    }

    private boolean isAbove(Route route) {
        return last(route).level().isAbove(here);
    }

    private static Stage last(Route route) {
        return route.stages().get(route.stages().size() - 1);
    }

    /** The department that decides; where routes differ, the item's own. */
    private static String deciding(ItemDefinition item) {
        Set<String> deciding = new TreeSet<>();
        item.routes().forEach(route -> deciding.add(last(route).department()));
        String only = deciding.size() == 1 ? deciding.iterator().next() : "";
        return only.isBlank() ? item.department() : only;
    }

    private ItemDefinition definition() {
        boolean isLicence = items.stream().anyMatch(item -> item.type() == ItemType.LICENCE);
        String organ = draft.organ().isBlank() ? leadOrgan() : draft.organ();
        return ItemDefinition.of(draft.code())
                .name(draft.name())
                .type(
                        isLicence || items.isEmpty()
                                ? ItemType.LICENCE
                                : items.get(0).type())
                .department(draft.lead())
                .organ(organ)
                .exerciseLevel(here)
                .audience(draft.audience())
                .kind(CaseKind.COMMITTED)
                .statutoryLimit(isLicence || items.isEmpty() ? Limit.working(JointHandling.MOST_DAYS) : null)
                .promisedLimit(total)
                .conditions(draft.conditions())
                .materials(materials.materials())
                .procedure(draft.procedure())
                .fee(fee())
                .legalBasis(lines(item -> named(item, item.legalBasis())))
                .result(results())
                .complaint(draft.complaint())
                .place(draft.place())
                .acceptanceLevels(Set.of(here))
                .form(form.fields())
                .routes(List.of(route()))
                .reconsiderationFirst(items.stream().anyMatch(ItemDefinition::reconsiderationFirst))
                .aliases(draft.aliases())
                .joint(new JointHandling(draft.kind(), draft.questions(), members))
                .handling(HandlingUnion.of(items))
                .made();
    }

    private String leadOrgan() {
        return items.stream()
                .filter(item -> item.department().equals(draft.lead()))
                .map(ItemDefinition::organ)
                .filter(organ -> !organ.isBlank())
                .findFirst()
                .orElse("");
    }

    /** What each costs; where nothing does, that is said once. */
    private String fee() {
        boolean isFree = !items.isEmpty() && items.stream().allMatch(item -> FeeWords.of(item.fee()) == FeeWords.FREE);
        boolean isSilent = items.stream().allMatch(item -> FeeWords.of(item.fee()) == FeeWords.UNTOLD);
        if (isFree || isSilent) {
            return items.isEmpty() ? "" : items.get(0).fee();
        }
        return lines(item -> FeeWords.of(item.fee()) == FeeWords.UNTOLD
                ? message("fee.untold", item.name()).zh()
                : named(item, item.fee()));
    }

    private static String named(ItemDefinition item, String text) {
        return text.isBlank()
                ? ""
                : message("text.of-member", item.name(), text).zh();
    }

    private String lines(Function<ItemDefinition, String> line) {
        List<String> lines =
                items.stream().map(line).filter(text -> !text.isBlank()).toList();
        return TextRules.first(String.join("\n", lines), LONGEST_TEXT);
    }

    private String results() {
        List<LocalizedMessage> results = items.stream()
                .map(ItemDefinition::result)
                .filter(result -> !result.isBlank())
                .distinct()
                .map(LocalizedMessage::verbatim)
                .toList();
        return results.isEmpty()
                ? ""
                : TextRules.first(LocalizedMessage.list(results).zh(), LONGEST_NAME);
    }

    private Route route() {
        return new Route(
                ROUTE,
                message("route.name").zh(),
                List.of(),
                List.of(
                        new Stage(Stage.Action.ACCEPT, here, draft.lead(), null),
                        new Stage(Stage.Action.DECIDE, here, draft.lead(), null)),
                here);
    }

    private static LocalizedMessage message(String key, Object... arguments) {
        return LocalizedMessage.of(BundleComposer.class, key, arguments);
    }
}
