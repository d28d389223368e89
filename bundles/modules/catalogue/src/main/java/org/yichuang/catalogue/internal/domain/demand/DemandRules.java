package org.yichuang.catalogue.internal.domain.demand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.joint.MaterialUnion;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Nothing is demanded of applicants that others have to certify or to do unless a public list says so (R3-22). */
public final class DemandRules {
    /** The setting of a centre that says what becomes of drafts that demand something else. */
    public static final String POLICY = "policy.catalogue.demands";

    /** Refused unless the public has been asked for it all the time: what is new has to be in order. */
    public static final String NEW = "new";

    /** Refused in any case. */
    public static final String REFUSE = "refuse";

    /** Only told, among the flags of the clean-up. */
    public static final String TELL = "tell";

    /** What certificates are called. */
    private static final Pattern CERTIFICATE = Pattern.compile("证明(?:书|信|材料|文件)?$");

    private DemandRules() {}

    /**
     * A material that is demanded without a place on a list.
     *
     * @param position among the materials of its item
     * @param why what is missing
     */
    public record Unlisted(int position, Material material, LocalizedMessage why) {}

    /**
     * Returns what an item demands that no list has.
     *
     * @param listed what stands on the lists of its centre and of those above, by code
     */
    public static List<Unlisted> unlisted(ItemDefinition item, Map<String, ListedDemand.View> listed) {
        List<Unlisted> found = new ArrayList<>();
        for (int i = 0; i < item.materials().size(); i++) {
            Material material = item.materials().get(i);
            Material.Demand demand = material.demand();
            if (demand == null) {
                continue;
            }
            ListedDemand.View entry = listed.get(demand.entry());
            if (demand.entry().isEmpty()) {
                found.add(new Unlisted(i, material, message("no-entry", material, demand)));
            } else if (entry == null || entry.kind() != demand.kind()) {
                found.add(new Unlisted(i, material, message("entry-unknown", material, demand)));
            }
        }
        return found;
    }

    private static LocalizedMessage message(String key, Material material, Material.Demand demand) {
        return LocalizedMessage.of(
                DemandRules.class,
                "demand." + key,
                material.name(),
                demand.kind().label(),
                demand.entry());
    }

    /**
     * Returns why an item is not published, if so.
     *
     * @param before as it is published now, if it is
     * @param policy one of the words above
     */
    public static Optional<ProblemException> refusal(
            ItemDefinition item,
            Optional<ItemDefinition> before,
            Map<String, ListedDemand.View> listed,
            String policy) {
        if (policy.equals(TELL) || item.bundled()) { // what a bundle demands, its members have been published with
            return Optional.empty();
        }
        Set<String> old = new HashSet<>(); // what it is does not matter: who says so now is not worse off
        if (policy.equals(NEW)) {
            before.ifPresent(published ->
                    published.materials().forEach(material -> old.add(MaterialUnion.key(material.name()))));
        }
        Problems problems = new Problems();
        unlisted(item, listed).stream()
                .filter(each -> !old.contains(MaterialUnion.key(each.material().name())))
                .forEach(each -> problems.add("materials[" + each.position() + "].demand", each.why()));
        return problems.refusal(
                CatalogueError.ITEM_INVALID, LocalizedMessage.of(DemandRules.class, "demand.not-publishable"));
    }

    /** Returns what a clean-up should look at: what no list has, and what is called a certificate without being one. */
    public static Optional<LocalizedMessage> finding(ItemDefinition item, Map<String, ListedDemand.View> listed) {
        List<LocalizedMessage> found = new ArrayList<>();
        unlisted(item, listed).forEach(each -> found.add(each.why()));
        item.materials().stream()
                .filter(material -> material.demand() == null
                        && CERTIFICATE.matcher(material.name()).find())
                .forEach(material -> found.add(
                        LocalizedMessage.of(DemandRules.class, "demand.called-certificate", material.name())));
        return found.isEmpty() ? Optional.empty() : Optional.of(LocalizedMessage.list(found));
    }
}
