package org.yichuang.catalogue.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.DraftRules;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.DayUnit;
import org.yichuang.kernel.api.time.Limit;

/**
 * What a centre above changes of a draft; what is absent stays as it is.
 *
 * @param promisedDays the promised limit, in the unit that the draft has
 */
public record Adjustment(
        @Size(max = 200) String name,
        @Size(max = 20_000) String legalBasis,
        @Size(max = 20_000) String conditions,
        @Size(max = 20_000) String procedure,
        @Size(max = 20_000) String fee,
        @Size(max = 200) String result,
        @Size(max = 20_000) String complaint,
        @Size(max = 20_000) String place,
        Integer promisedDays) {
    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", name);
        texts.put("legalBasis", legalBasis);
        texts.put("conditions", conditions);
        texts.put("procedure", procedure);
        texts.put("fee", fee);
        texts.put("result", result);
        texts.put("complaint", complaint);
        texts.put("place", place);
        texts.values().removeIf(Objects::isNull);
        return texts;
    }

    /**
     * Returns a draft with the changes, and notes what is wrong with them.
     *
     * @param changes or null, which changes nothing and is wrong
     */
    static ItemDefinition applied(Adjustment changes, ItemDefinition draft, String path, Problems problems) {
        if (changes == null) {
            problems.add(path + "name", LocalizedMessage.of(Adjustment.class, "adjustment.missing"));
            return null;
        }
        Limit promised = null;
        if (changes.promisedDays() != null) {
            if (changes.promisedDays() < 0 || changes.promisedDays() > Limit.MAXIMUM) {
                problems.add(
                        path + "promisedDays", LocalizedMessage.of(Adjustment.class, "adjustment.days", Limit.MAXIMUM));
                return null;
            }
            promised = new Limit(changes.promisedDays(), unit(draft));
        }
        ItemDefinition changed = CatalogueJson.changed(draft, changes.texts(), promised);
        problems.when(
                changed.equals(draft), path + "name", LocalizedMessage.of(Adjustment.class, "adjustment.missing"));
        DraftRules.problems(changed).forEach(wrong -> problems.add(path + wrong.field(), wrong.message()));
        return changed;
    }

    private static DayUnit unit(ItemDefinition draft) {
        if (draft.promisedLimit() != null) {
            return draft.promisedLimit().unit();
        }
        return draft.statutoryLimit() == null
                ? DayUnit.WORKING
                : draft.statutoryLimit().unit();
    }
}
