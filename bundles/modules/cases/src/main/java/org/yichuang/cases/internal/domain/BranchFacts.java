package org.yichuang.cases.internal.domain;

import java.util.Collection;
import java.util.List;
import org.yichuang.cases.internal.domain.Submission.RequiredMaterial;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.kernel.api.time.Limit;

/**
 * A member of a bundle that an application needs, frozen when it was handed in (R3-10).
 *
 * @param id its id within the bundle
 * @param item the item's code; empty for a party that is only heard
 * @param owner the centre in whose catalogue the item stands; empty for a party
 * @param version the frozen version of the item; 0 for a party
 * @param name what is examined
 * @param department who examines
 * @param organ in whose name; empty for a party
 * @param decides whether a refusal stands in the way of the result
 * @param limit how long it may take, or null for as long as the whole
 * @param materials the materials that have to be there for it besides those of the whole bundle
 * @param asks codes of all materials that its item requires; none in what older versions have kept
 * @param fee what its item costs, in words; empty of a party, and in what older versions have kept
 * @param examination how its item demands to be examined; {@link Examination#NONE} in what older versions have kept
 * @param road how its file goes up to the centre that decides it; null where that is this one
 */
public record BranchFacts(
        String id,
        String item,
        String owner,
        int version,
        String name,
        String department,
        String organ,
        boolean decides,
        Limit limit,
        List<RequiredMaterial> materials,
        List<String> asks,
        String fee,
        Examination examination,
        BranchRoad road) {
    public BranchFacts {
        item = item == null ? "" : item;
        owner = owner == null ? "" : owner;
        organ = organ == null ? "" : organ;
        fee = fee == null ? "" : fee;
        materials = materials == null ? List.of() : List.copyOf(materials);
        asks = asks == null ? List.of() : List.copyOf(asks);
        examination = examination == null ? Examination.NONE : examination;
    }

    /** Whether its department has to see one of some materials; of older versions nobody knows which it asks for. */
    boolean concerns(Collection<String> codes) {
        return asks.isEmpty() || asks.stream().anyMatch(codes::contains);
    }

    /** Whether nobody but the lead sees to it here: it is decided above, and no department reviews it before. */
    public boolean isLeadsHere() {
        return road != null && department.equals(road.decider());
    }

    /** Which department here sees to it. */
    public String examiner(String lead) {
        return isLeadsHere() ? lead : department;
    }

    /** The same on a road; null where it is decided here. */
    public BranchFacts on(BranchRoad up, String examiner, Examination demanded) {
        return new BranchFacts(
                id, item, owner, version, name, examiner, organ, decides, limit, materials, asks, fee, demanded, up);
    }
}
