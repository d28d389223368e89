package org.yichuang.catalogue.internal.domain.joint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Declaration;
import org.yichuang.catalogue.api.Material.Deferral;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.catalogue.internal.domain.Limits;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.time.Limit;

/**
 * One set of materials of many: materials whose names are the same but for case, width, spaces and punctuation are one,
 * of which as many copies are needed as the most demanding member wants. It may follow, or be promised, only where
 * every member that requires it lets it.
 */
public final class MaterialUnion {
    private static final int LONGEST_NOTE = 2_000;

    private final Map<String, Gathered> materials = new LinkedHashMap<>();
    private final Limit total;

    /** @param total within which all is decided: what follows comes before; null where nothing says */
    public MaterialUnion(Limit total) {
        this.total = total;
    }

    /** A material that one or several members ask for. */
    private static final class Gathered {
        private final String code;
        private final Material first;
        private final List<Material> requiring = new ArrayList<>();
        private final List<String> sometimes = new ArrayList<>();
        private final Set<String> forms = new LinkedHashSet<>();
        private final Set<String> notes = new LinkedHashSet<>();
        private Demand demand;
        private boolean always;
        private int copies;

        private Gathered(String code, Material first) {
            this.code = code;
            this.first = first;
        }
    }

    /**
     * Adds the materials of a member.
     *
     * @param source the member's name
     * @param always whether every application needs the member
     * @return the codes, within the bundle, of those that it requires
     */
    public List<String> add(String source, List<Material> given, boolean always) {
        List<String> required = new ArrayList<>();
        for (Material material : given) {
            Gathered gathered = materials.computeIfAbsent(
                    key(material.name()), key -> new Gathered("m" + (materials.size() + 1), material));
            gathered.forms.add(material.form());
            gathered.notes.add(material.note());
            gathered.demand = gathered.demand == null ? material.demand() : gathered.demand;
            gathered.copies = Math.max(gathered.copies, material.copies());
            if (material.required()) {
                required.add(gathered.code);
                gathered.requiring.add(material);
                gathered.always |= always;
                if (!always) {
                    gathered.sometimes.add(source);
                }
            }
        }
        return List.copyOf(required);
    }

    /** By what two names are the same; one of nothing but signs is itself. */
    public static String key(String name) {
        return Material.key(name);
    }

    /** The materials, in the order in which they came. */
    public List<Material> materials() {
        return materials.values().stream().map(this::material).toList();
    }

    private Material material(Gathered gathered) {
        Material first = gathered.first;
        String notes = joined(gathered.notes);
        String note = gathered.always || gathered.sometimes.isEmpty()
                ? notes
                : LocalizedMessage.of(
                                MaterialUnion.class,
                                "material.sometimes",
                                LocalizedMessage.list(gathered.sometimes.stream()
                                        .map(LocalizedMessage::verbatim)
                                        .toList()),
                                notes)
                        .zh();
        return new Material(
                gathered.code,
                first.name(),
                gathered.always,
                joined(gathered.forms),
                gathered.copies,
                TextRules.first(note, LONGEST_NOTE),
                gathered.always ? deferral(gathered.requiring) : null,
                gathered.always ? declaration(gathered.requiring) : null,
                gathered.demand);
    }

    /** What anybody wants of it, each once. */
    private static String joined(Set<String> texts) {
        return LocalizedMessage.list(texts.stream()
                        .filter(text -> !text.isBlank())
                        .map(LocalizedMessage::verbatim)
                        .toList())
                .zh();
    }

    private Deferral deferral(List<Material> requiring) {
        if (requiring.stream().anyMatch(material -> material.deferral() == null)) {
            return null;
        }
        Integer days = requiring.stream()
                .map(material -> material.deferral().workingDays())
                .filter(each -> each != null)
                .min(Integer::compare)
                .orElse(null);
        boolean isInTime = days == null || total == null || !Limits.isSurelyLonger(Limit.working(days + 1), total);
        return isInTime ? new Deferral(days) : null;
    }

    private static Declaration declaration(List<Material> requiring) {
        if (requiring.stream().anyMatch(material -> material.declaration() == null)) {
            return null;
        }
        return new Declaration(requiring.get(0).declaration().consequence());
    }
}
