package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Files that no letter carries: a scanner has found something in them, or they are of no kind that is taken. The letter
 * leaves without them, so that a case never waits for what cannot be sent; their materials say that they are missing,
 * and another is asked for.
 */
public final class HarmfulFiles {
    private HarmfulFiles() {}

    /** A material that is known by its digest, and whose file has been left behind on the way. */
    public static boolean isLeftBehind(MaterialView material) {
        return material.file() == null && material.sha256() != null && !material.paper();
    }

    /** The materials without the files that have these digests. */
    static List<MaterialView> without(Set<String> sha256s, List<MaterialView> materials) {
        return materials.stream()
                .map(material -> material.file() != null && sha256s.contains(material.sha256())
                        ? new MaterialView(
                                material.code(),
                                material.name(),
                                null,
                                material.paper(),
                                material.sha256(),
                                material.mediaType(),
                                material.size())
                        : material)
                .toList();
    }

    /**
     * Refuses to let a case go on towards another centre while the applicant can still be asked for another file in
     * place of one in which a scanner has found something.
     *
     * @param files of the case's centre
     * @throws ProblemException {@link CaseError#MATERIAL_INVALID}, naming the materials
     */
    public static void requireReplaced(CaseFile file, StoredFiles files, CommandContext now) {
        boolean leaves = file.submission().route().stages().stream()
                .skip(file.following())
                .anyMatch(stage -> !stage.centre().equals(now.centre()));
        if (!leaves) {
            return;
        }
        List<MaterialView> materials = file.submission().materials();
        Set<String> harmful = harmful(materials, files);
        List<LocalizedMessage> names = IntStream.range(0, materials.size())
                .filter(i -> isHarmful(materials.get(i), harmful))
                .filter(i -> materials.stream()
                        .skip(i + 1L)
                        .noneMatch(later ->
                                isSame(later, materials.get(i)) && !isHarmful(later, harmful) && !isLeftBehind(later)))
                .mapToObj(i -> LocalizedMessage.verbatim(materials.get(i).name()))
                .toList();
        if (!names.isEmpty()) {
            throw ProblemException.field(
                    CaseError.MATERIAL_INVALID,
                    "materials",
                    LocalizedMessage.of(HarmfulFiles.class, "harmful-material", LocalizedMessage.list(names)));
        }
    }

    /**
     * Refuses the same of what somebody below can be asked for: an applicant of ours cannot be asked any more, nor is
     * anybody again without whose answer the case has gone on; the centre above asks.
     */
    public static void requireAsked(CaseFile file, StoredFiles files, CommandContext now) {
        boolean hasGoneOn = file.progress().steps().stream().anyMatch(step -> step.is(CaseCommand.GO_ON));
        if (file.isTransferred() && !hasGoneOn) {
            requireReplaced(file, files, now);
        }
    }

    /** The materials whose files no letter carries that leaves now, by their codes, others by their digests. */
    static String staying(CaseFile file, StoredFiles files) {
        List<MaterialView> materials = file.submission().materials();
        Set<String> harmful = harmful(materials, files);
        return materials.stream()
                .filter(material -> isHarmful(material, harmful))
                .map(material -> code(material).isEmpty() ? material.sha256() : material.code())
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static Set<String> harmful(List<MaterialView> materials, StoredFiles files) {
        return files.infected(materials.stream()
                .filter(material -> material.file() != null)
                .map(MaterialView::sha256)
                .collect(Collectors.toSet()));
    }

    /** By the item's code; what is of no material of the item, by its name. */
    private static boolean isSame(MaterialView material, MaterialView other) {
        String code = code(material);
        return code.equals(code(other)) && (!code.isEmpty() || Objects.equals(material.name(), other.name()));
    }

    private static String code(MaterialView material) {
        return material.code() == null ? "" : material.code();
    }

    private static boolean isHarmful(MaterialView material, Set<String> harmful) {
        return material.file() != null && harmful.contains(material.sha256());
    }
}
